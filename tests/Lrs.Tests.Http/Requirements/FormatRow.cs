using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Lrs.Tests.Http.Requirements;

/// <summary>
/// One change to a statement that has everything, and what must come of it. The change is made in the statement and in a SubStatement of
/// another, unless it concerns only the former.
/// </summary>
/// <param name="Ids">The requirements that ask for it.</param>
/// <param name="Path">
/// The place, names and indices separated by slashes; <c>@agent</c> stands for every place where an agent may be, <c>@group</c> for every place
/// where a group may be; <c>object!</c> for the object, beside a context that goes only with activities.
/// </param>
/// <param name="Value">The JSON to put there; <see cref="Gone"/> to take away what is there.</param>
/// <param name="Rule">The rule that must be named, of several one; empty when the statement must be taken.</param>
internal sealed record FormatRow(string Ids, string Path, string Value, string Rule = "")
{
    public const string Gone = "";

    /// <summary>Concerns only a whole statement, not a SubStatement.</summary>
    public bool TopOnly { get; init; }

    private static readonly string[] AgentPlaces = ["actor", "object", "context/instructor", "context/team/member/0", "authority"];
    private static readonly string[] GroupPlaces = ["actor", "object", "context/team"];

    private const string Agent = """{"objectType":"Agent","name":"Ada","mbox":"mailto:ada@example.org"}""";
    private const string Group = """{"objectType":"Group","name":"Watch A","mbox":"mailto:watch@example.org","member":[{"mbox":"mailto:bob@example.org"},{"account":{"homePage":"https://example.org","name":"cat"}}]}""";

    /// <summary>A row for each path and each value; several values stand one after the other, as JSON.</summary>
    public static IEnumerable<FormatRow> Each(string ids, string values, string rule, params string[] paths) =>
        from path in paths
        from value in values == Gone ? [Gone] : Values(values)
        select new FormatRow(ids, path, value, rule);

    /// <summary>The statement with the change, wherever it applies.</summary>
    public IEnumerable<(string Where, string Json)> Statements()
    {
        var places = Path.StartsWith("@agent", StringComparison.Ordinal) ? AgentPlaces : Path.StartsWith("@group", StringComparison.Ordinal) ? GroupPlaces : [""];
        foreach (var place in places)
        {
            var path = place.Length == 0 ? Path : place + Path[6..];
            yield return (path, Top(place, path));
            if (!TopOnly && place is not "authority")
            {
                yield return ($"object/{path}", Sub(place, path));
            }
        }
    }

    private string Top(string place, string path)
    {
        var statement = Whole();
        statement["id"] = Guid.NewGuid().ToString();
        Change(statement, place, path);
        return statement.ToJsonString();
    }

    private string Sub(string place, string path)
    {
        var inner = Whole();
        Change(inner, place, path);
        inner["objectType"] = "SubStatement";
        var outer = new JsonObject { ["actor"] = JsonNode.Parse(Agent), ["verb"] = new JsonObject { ["id"] = "http://example.org/verbs/planned" }, ["object"] = inner };
        return outer.ToJsonString();
    }

    private void Change(JsonObject statement, string place, string path)
    {
        if (place.Length > 0)
        {
            Put(statement, place, Path[1] == 'a' ? Agent : Group);
        }

        if (path is "object" || place is "object")
        {
            // Only an activity goes with these.
            Put(statement, "context/revision", Gone);
            Put(statement, "context/platform", Gone);
        }

        Put(statement, path, Value);
    }

    private static void Put(JsonNode node, string path, string json)
    {
        var steps = path.Split('/');
        foreach (var step in steps[..^1])
        {
            node = Child(node, step) ?? throw new InvalidOperationException($"The statement has no {path}.");
        }

        switch (node)
        {
            case JsonArray list:
                list[int.Parse(steps[^1])] = JsonNode.Parse(json);
                break;
            case var _ when json == Gone:
                Assert.True(node.AsObject().Remove(steps[^1]), $"The statement has no {path}.");
                break;
            default:
                node[steps[^1].TrimEnd('!')] = JsonNode.Parse(json);
                break;
        }
    }

    private static JsonNode? Child(JsonNode node, string step) => node is JsonArray list ? list[int.Parse(step)] : node[step];

    private static JsonObject Whole() => JsonNode.Parse($$$$"""
        {
          "actor": {{{{Agent}}}},
          "verb": {"id":"http://example.org/verbs/answered","display":{"en":"answered"}},
          "object": {"objectType":"Activity","id":"https://example.org/a/1","definition":{
            "name":{"en":"Question"},"description":{"en":"Which?"},"type":"http://adlnet.gov/expapi/activities/cmi.interaction","moreInfo":"https://example.org/more",
            "interactionType":"choice","correctResponsesPattern":["a"],"choices":[{"id":"a","description":{"en":"A"}},{"id":"b","description":{"en":"B"}}],"extensions":{"https://example.org/x":1}}},
          "result": {"score":{"scaled":0.5,"raw":5,"min":0,"max":10},"success":true,"completion":true,"response":"a","duration":"PT1H30M5.25S","extensions":{"https://example.org/x":1}},
          "context": {"registration":"6690e6c9-3ef0-4ed3-8b37-7f3964730bee","instructor":{{{{Agent}}}},"team":{{{{Group}}}},"revision":"1","platform":"web","language":"en-GB",
            "statement":{"objectType":"StatementRef","id":"6690e6c9-3ef0-4ed3-8b37-7f3964730bef"},
            "contextActivities":{"parent":[{"id":"https://example.org/p"}],"grouping":[{"id":"https://example.org/g"}],"category":[{"id":"https://example.org/c"}],"other":[{"id":"https://example.org/o"}]},
            "extensions":{"https://example.org/x":1}},
          "timestamp": "2026-03-01T10:00:00.123Z",
          "attachments": [{"usageType":"https://example.org/usage","display":{"en":"Certificate"},"description":{"en":"Proof"},"contentType":"application/pdf","length":4,
            "sha2":"672fa5fa658017f1b72d65036f13379c6ab05d4ab3b6664908d8acf0b6a0c634","fileUrl":"https://example.org/file"}]
        }
        """)!.AsObject();

    private static List<string> Values(string values)
    {
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(values), new JsonReaderOptions { AllowMultipleValues = true });
        var found = new List<string>();
        while (json.Read())
        {
            found.Add(JsonElement.ParseValue(ref json).GetRawText());
        }

        return found;
    }
}
