namespace Lrs.OData;

/// <summary>How much control information a payload carries (JSON Format 4.01, 3.1).</summary>
public enum MetadataLevel
{
    /// <summary>Only what cannot be computed otherwise: the count and the next link.</summary>
    None,

    /// <summary>The default: the context URL, too.</summary>
    Minimal,

    /// <summary>Types, ids and links of every entity.</summary>
    Full,
}

/// <summary>The form of a JSON payload, as the client asked for it.</summary>
/// <param name="Root">The absolute URL of the service root with its slash at the end. Some clients refuse relative context URLs.</param>
public sealed record PayloadFormat(string Root)
{
    /// <summary>The value of <c>odata.metadata</c>.</summary>
    public MetadataLevel Metadata { get; init; } = MetadataLevel.Minimal;

    /// <summary>Write 64-bit and decimal numbers, counts among them, as strings (<c>IEEE754Compatible=true</c>).</summary>
    public bool Ieee754Compatible { get; init; }

    /// <summary>Write the short names of 4.01, such as <c>@context</c>, instead of those of 4.0.</summary>
    public bool IsVersion401 { get; init; }

    /// <summary>Leave out properties that are null (preference <c>omit-values=nulls</c>, 4.01 part 1, 8.2.8.7).</summary>
    public bool OmitNulls { get; init; }

    /// <summary>
    /// Makes the text of a <c>$skiptoken</c> out of a page token's bytes: the place to sign it. The text must be safe in a URL. Without
    /// it tokens are plain base64url.
    /// </summary>
    public Func<byte[], string>? SealToken { get; init; }

    /// <summary>The value of the header <c>OData-Version</c>.</summary>
    public string Version => IsVersion401 ? "4.01" : "4.0";

    /// <summary>The value of the header <c>Content-Type</c>.</summary>
    public string ContentType
    {
        get
        {
            var prefix = IsVersion401 ? "" : "odata.";
            var level = Metadata.ToString().ToLowerInvariant();
            return $"application/json;{prefix}metadata={level};{prefix}streaming=true;IEEE754Compatible={(Ieee754Compatible ? "true" : "false")};charset=utf-8";
        }
    }

    internal string Control(string name) => IsVersion401 ? "@" + name : "@odata." + name;

    internal string Control(string property, string name) => property + Control(name);
}
