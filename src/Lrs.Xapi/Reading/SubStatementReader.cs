using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Reads SubStatements (Data 2.4.4.3; 9274.1.1 4.2.2.3).</summary>
internal static class SubStatementReader
{
    public static SubStatement? Read(ref Utf8JsonReader json, Reading reading)
    {
        var body = new StatementBody();
        var fields = new Fields(reading, "a SubStatement");
        while (fields.Next(ref json))
        {
            using var inside = reading.Faults.Inside(fields.Name);
            if (fields.Name is "id" or "stored" or "version" or "authority")
            {
                reading.Faults.Add(Rule.SubStatementProperty, $"A SubStatement has no '{fields.Name}', since it is not itself stored.");
                json.Skip();
            }
            else if (fields.Name is "objectType")
            {
                json.Skip(); // it said SubStatement, or we were not here
            }
            else if (!body.TryRead(fields.Name, ref json, reading, inSubStatement: true))
            {
                fields.Unknown(ref json);
            }
        }

        body.Check(fields, reading.Faults);
        return body is not { Actor: { } actor, Verb: { } verb, Object: { } target }
            ? null
            : new()
            {
                Actor = actor, Verb = verb, Object = target, Result = body.Result, Context = body.Context, When = body.When, Attachments = body.Attachments,
            };
    }
}
