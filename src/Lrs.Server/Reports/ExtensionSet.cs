using Lrs.OData;

namespace Lrs.Server.Reports;

/// <summary>
/// What statements say in extensions, a row for each name, read from the log itself. Only what is directly in an extensions object is a row;
/// an object or list as value is given as JSON.
/// </summary>
internal static class ExtensionSet
{
    private static readonly SqlPerDialect Source = new(
        Sqlite: $"""
            SELECT s.id, s.stored, CASE x.path WHEN '$.result.extensions' THEN 'result' WHEN '$.context.extensions' THEN 'context' ELSE 'object' END AS place, x.key AS name,
                   CASE x.type WHEN 'null' THEN NULL WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' ELSE CAST(x.value AS TEXT) END AS value,
                   CASE WHEN x.type IN ('integer', 'real') THEN CAST(x.value AS REAL) END AS number
            FROM statement s CROSS JOIN json_tree(CAST(s.body AS TEXT)) x
            WHERE s.tenant = @tenant AND s.entry = 0 AND s.seq <= {StatementSet.Head} AND x.path IN ('$.result.extensions', '$.context.extensions', '$.object.definition.extensions')
            """,
        // PostgreSQL keeps every digit that JSON may have; one beyond a double would end everybody's query.
        Postgres: $$"""
            SELECT s.id, s.stored, e.place, x.key AS name, x.value #>> '{}' AS value, CASE WHEN jsonb_typeof(x.value) = 'number' AND abs((x.value #>> '{}')::numeric) < 1e300 THEN round((x.value #>> '{}')::numeric, 15)::double precision END AS number
            FROM statement s
            CROSS JOIN LATERAL (VALUES ('result', lrs_json(s.body) #> '{result,extensions}'), ('context', lrs_json(s.body) #> '{context,extensions}'),
                                       ('object', lrs_json(s.body) #> '{object,definition,extensions}')) AS e(place, found)
            CROSS JOIN LATERAL jsonb_each(CASE WHEN jsonb_typeof(e.found) = 'object' THEN e.found END) AS x
            WHERE s.tenant = @tenant AND s.entry = 0 AND s.seq <= {{StatementSet.Head}}
            """);

    public static ODataEntitySet Set { get; } = new()
    {
        Name = "Extensions",
        TypeName = "Extension",
        Description = "Something that a statement says beyond what xAPI has words for: a name and its value.",
        Source = Source,
        Key = ["StatementId", "Place", "Name"],
        Searched = ["Name", "Value"],
        Properties =
        [
            Property.Id("StatementId", "id", "The statement that says it."),
            Property.Text("Place", "place", "Where it stands in the statement.").Always() with { AllowedValues = ["result", "context", "object"] },
            Property.Text("Name", "name", "IRI of the extension.").Always(),
            Property.Text("Value", "value", "The value as text; an object or list as JSON."),
            new ODataProperty("Number", PropertyType.Double, true, "number") { Description = "The value when it is a number." },
            Property.Time("Stored", "stored", "When the statement was stored."),
        ],
        Navigations = [new ODataNavigation("Statement", "Statements", false, new NavigationJoin("StatementId", "Id")) { Nullable = false, Partner = "Extensions" }],
    };
}
