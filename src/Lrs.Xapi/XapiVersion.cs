using System.Diagnostics.CodeAnalysis;

namespace Lrs.Xapi;

/// <summary>The two data models that are spoken: xAPI 1.0.x and IEEE 9274.1.1 (xAPI 2.0).</summary>
public enum XapiVersion
{
    /// <summary>xAPI 1.0.0 to 1.0.3, one data model.</summary>
    V1 = 1,

    /// <summary>IEEE 9274.1.1-2023, known as xAPI 2.0.0.</summary>
    V2 = 2,
}

/// <summary>Reads the <c>X-Experience-API-Version</c> header and the names that statements carry.</summary>
public static class XapiVersions
{
    /// <summary>
    /// The version that a header value names (Communication 3.3): <c>1.0</c> and every <c>1.0.n</c> are V1,
    /// <c>2.0</c> and <c>2.0.0</c> are V2; anything else, a missing header too, is null.
    /// </summary>
    public static XapiVersion? Parse(string? header) => header?.Trim() switch
    {
        "2.0.0" or "2.0" => XapiVersion.V2,
        { } text when IsOneDotZero(text) => XapiVersion.V1,
        _ => null,
    };

    /// <summary>The <c>version</c> property that a statement gets when it came without one: <c>1.0.0</c> or <c>2.0.0</c> (Data 2.4.10).</summary>
    public static string DefaultStatementVersion(this XapiVersion version) => version is XapiVersion.V1 ? "1.0.0" : "2.0.0";

    /// <summary>May a statement of this data model carry this <c>version</c>? 1.0.x always; 2.0.0 only under V2.</summary>
    internal static bool MayCarry(this XapiVersion version, [NotNullWhen(true)] string? text) =>
        text is not null && (IsOneDotZero(text) || (version is XapiVersion.V2 && text is "2.0.0"));

    private static bool IsOneDotZero(string text) =>
        text is "1.0" || (text.StartsWith("1.0.", StringComparison.Ordinal) && text.Length is > 4 and < 14 && text.AsSpan(4).IndexOfAnyExceptInRange('0', '9') < 0);
}
