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
            CheckVersion(options);
            return CrowdCheck.Check(Parse(ResourcePath.Split(path), path, options, model, context), model);
        }
        catch (RefusedException refused)
        {
            return refused.Outcome;
        }
    }

    private static ODataOutcome Parse(IReadOnlyList<string> segments, string path, QueryOptions options, ODataModel model, ODataContext context) => segments switch
    {
        [] => Only("format", options, new ODataOutcome.ServiceDocument()),
        ["$metadata"] => Only("format", options, new ODataOutcome.Metadata()),
        ["$batch"] => new ODataOutcome.Refused(405, "method", "$batch takes POST.", "$batch"),
        ["$all"] => new PathBinder(model, context, options, path).All(),
        ["$all", ..] => throw RefusedException.Unsupported("$all cannot be narrowed to a type; ask the entity set.", "$all"),
        ["$entity"] => Entity(options, model, context, type: null),
        ["$entity", var type] => Entity(options, model, context, type),
        [var first] when first.StartsWith("$crossjoin(", StringComparison.Ordinal) => new PathBinder(model, context, options, path).Crossed(first),
        [['$', ..], ..] => throw new RefusedException(404, "resource.unknown", $"There is no resource {segments[0]} with what follows it.", segments[0]),
        _ => new PathBinder(model, context, options, path).Bind(segments),
    };

    // The entity whose id is given (4.01 part 2, 4.17); ids of this service are its URLs.
    private static ODataOutcome.Single Entity(QueryOptions options, ODataModel model, ODataContext context, string? type)
    {
        var id = options["id"] ?? throw RefusedException.Bad("option.missing", "$entity needs the option $id.", "$id");
        var local = context.Root is { } root && id.StartsWith(root, StringComparison.OrdinalIgnoreCase) ? id[root.Length..] : id;
        if (local.Contains("://", StringComparison.Ordinal) && !local.Contains('(', StringComparison.Ordinal))
        {
            throw new RefusedException(404, "entity", $"There is no entity with the id {id}.", "$id");
        }

        var outcome = new PathBinder(model, context, options.Hiding("id"), local).Bind(ResourcePath.Split(local));
        return outcome is ODataOutcome.Single single && (type is null || type == $"{model.Schema}.{single.Ask.Set.TypeName}")
            ? single
            : throw new RefusedException(404, "entity", $"There is no {type ?? "entity"} with the id {id}.", "$id");
    }

    // The schema has one version, which the service does not name (4.01 part 1, 11.2.12).
    private static void CheckVersion(QueryOptions options)
    {
        if (options["schemaversion"] is { } version && version is not "*")
        {
            throw new RefusedException(404, "schema.version", $"There is no version '{version}' of the schema; it has one, without a number.", "$schemaversion");
        }
    }

    private static ODataOutcome Only(string allowed, QueryOptions options, ODataOutcome outcome) =>
        options.Given.FirstOrDefault(name => name != allowed) is { } other
            ? throw RefusedException.Bad("option.place", $"${other} has no meaning here.", "$" + other)
            : outcome;
}
