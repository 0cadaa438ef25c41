namespace Lrs.Server.Player;

/// <summary>Answers as SCORM 1.2 writes them, in the form that SCORM 2004 and xAPI share (RTE 2004 4.2.9; Data 2.4.4.1).</summary>
internal static class ScormResponse
{
    private static readonly string[] Types = ["true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert", "numeric", "other"];

    /// <summary>The interaction type; <c>other</c> for what SCORM does not know.</summary>
    public static string Type(string text) => Types.Contains(text) ? text : "other";

    /// <summary>SCORM 1.2's <c>t</c>, <c>a,b</c>, <c>{a,b}</c>, <c>1.a,2.b</c> as <c>true</c>, <c>a[,]b</c>, <c>1[.]a[,]2[.]b</c>.</summary>
    public static string Of12(string type, string text) => type switch
    {
        "true-false" => text.ToLowerInvariant() switch
        {
            "t" or "1" or "true" => "true",
            "f" or "0" or "false" => "false",
            _ => text,
        },
        "choice" or "sequencing" => string.Join("[,]", Items(text)),
        "matching" => string.Join("[,]", Items(text).Select(Pair)),
        _ => text,
    };

    // What is in the new form already, as some tools write it, stays as it is.
    private static string[] Items(string text)
    {
        if (text.Contains("[,]", StringComparison.Ordinal))
        {
            return [text];
        }

        var bare = text.Length >= 2 && text[0] == '{' && text[^1] == '}' ? text[1..^1] : text;
        return bare.Split(',', StringSplitOptions.TrimEntries);
    }

    private static string Pair(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot <= 0 || text.Contains("[.]", StringComparison.Ordinal) ? text : $"{text[..dot]}[.]{text[(dot + 1)..]}";
    }
}
