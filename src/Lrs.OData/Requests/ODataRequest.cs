namespace Lrs.OData;

/// <summary>From the text of a URL to what it asks for.</summary>
public static class ODataRequest
{
    /// <summary>Reads a URL against a model (4.01 part 2).</summary>
    /// <param name="path">
    /// The path below the service root, percent-encoded as the client sent it (a server's decoded path no longer knows which slashes
    /// belong to keys), with or without a leading slash.
    /// </param>
    /// <param name="query">The query part, percent-encoded, with or without the question mark.</param>
    /// <param name="model">The model that names are looked up in.</param>
    /// <param name="context">What else the answer depends on.</param>
    /// <returns>What is asked for, or why it is refused; bad input never throws.</returns>
    public static ODataOutcome Parse(string path, string query, ODataModel model, ODataContext context)
    {
        try
        {
            var options = QueryOptions.Read(query, context.Limits);
            var segments = ResourcePath.Split(path);
            return segments switch
            {
                [] => Only("format", options, new ODataOutcome.ServiceDocument()),
                ["$metadata"] => Only("format", options, new ODataOutcome.Metadata()),
                ["$batch" or "$crossjoin" or "$all" or "$entity" or "$query", ..] => throw NotSupported(segments[0]),
                [['$', 'c', 'r', 'o', 's', 's', 'j', 'o', 'i', 'n', '(', ..], ..] => throw NotSupported("$crossjoin"),
                _ => new PathBinder(model, context, options, path).Bind(segments),
            };
        }
        catch (RefusedException refused)
        {
            return refused.Outcome;
        }
    }

    private static ODataOutcome Only(string allowed, QueryOptions options, ODataOutcome outcome) =>
        options.Given.FirstOrDefault(name => name != allowed) is { } other
            ? throw RefusedException.Bad("option.place", $"${other} has no meaning here.", "$" + other)
            : outcome;

    private static RefusedException NotSupported(string segment) => RefusedException.Unsupported($"{segment} is not supported.", segment);
}
