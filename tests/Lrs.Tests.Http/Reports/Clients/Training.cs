using Lrs.Data;

namespace Lrs.Tests.Http.Reports.Clients;

/// <summary>A small force in training, for reporting tools to read: five people, two units, attempts that are passed, failed and left, and answers.</summary>
internal static class Training
{
    private const string Verbs = "http://adlnet.gov/expapi/verbs/";

    public static async Task<TestLrs> Start(Dialect dialect, params string[] settings)
    {
        var lrs = await TestLrs.Start(dialect, settings);
        await lrs.Store(
            Answered("ann", "fire", "2025-03-31", true), Answered("bob", "fire", "2025-05-02", false), Answered("cat", "law", "2025-06-03", true),
            Done("ann", "fire", "2025-03-31", 0.9), Done("ann", "law", "2025-04-01", 0.75), Done("bob", "fire", "2025-05-02", 0.5), Done("cat", "law", "2025-06-03", 1),
            Some.Statement("dan@example.org", Verbs + "initialized", "https://example.org/law", Timed("2025-07-01")), Some.Statement("eve@example.org", Verbs + "initialized", "https://example.org/fire", Timed("2025-07-02")));
        return lrs;
    }

    private static string Timed(string day) => $"\"timestamp\":\"{day}T10:00:00Z\",";

    private static string Done(string who, string unit, string day, double score) => Some.Statement($"{who}@example.org", Some.Passed, $"https://example.org/{unit}", FormattableString.Invariant(
        $$"""{{Timed(day)}}"result":{"completion":true,"success":true,"score":{"scaled":{{score}},"raw":{{score * 100}} },"duration":"PT20M"},"""));

    private static string Answered(string who, string unit, string day, bool right) => $$"""
        { "actor": {{Some.Agent($"{who}@example.org")}}, "verb": { "id": "{{Verbs}}answered" }, "timestamp": "{{day}}T09:59:00Z",
          "object": { "id": "https://example.org/{{unit}}/q1", "definition": { "type": "http://adlnet.gov/expapi/activities/cmi.interaction", "interactionType": "choice", "description": { "en": "Fire & safety: what is first?" } } },
          "result": { "success": {{(right ? "true" : "false")}}, "response": "a" }, "context": { "contextActivities": { "parent": [{ "id": "https://example.org/{{unit}}" }] } } }
        """;
}
