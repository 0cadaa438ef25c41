namespace Lrs.Xapi;

/// <summary>A file that belongs to a statement, sent with it or to be found at an address (Data 2.4.11; 9274.1.1 4.2.2.6).</summary>
public sealed record Attachment
{
    /// <summary>The usage type of a signature (Data 2.6).</summary>
    public const string Signature = "http://adlnet.gov/expapi/attachments/signature";

    /// <summary>What it is for.</summary>
    public required Iri UsageType { get; init; }

    /// <summary>Its title by language.</summary>
    public required LanguageMap Display { get; init; }

    /// <summary>Its description by language.</summary>
    public LanguageMap Description { get; init; } = LanguageMap.Empty;

    /// <summary>Its media type.</summary>
    public required string ContentType { get; init; }

    /// <summary>Its length in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>Its SHA-2 hash, hexadecimal, as sent; 64 digits are SHA-256.</summary>
    public required string Sha2 { get; init; }

    /// <summary>Where it can be had, if it can.</summary>
    public Iri? FileUrl { get; init; }

    /// <summary>Is it the signature of its statement?</summary>
    public bool IsSignature => UsageType.Text == Signature;
}
