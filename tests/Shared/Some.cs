namespace Lrs.Tests;

/// <summary>Statements for tests, with only what the test is about left to say.</summary>
internal static class Some
{
    public const string Completed = "http://adlnet.gov/expapi/verbs/completed";
    public const string Passed = "http://adlnet.gov/expapi/verbs/passed";
    public const string Voided = "http://adlnet.gov/expapi/verbs/voided";

    /// <summary>A statement as JSON.</summary>
    /// <param name="more">Further top-level properties, each ending with a comma.</param>
    public static string Statement(string agent = "ada@example.org", string verb = Completed, string activity = "https://example.org/courses/1", string more = "", string? id = null) =>
        $$"""
        { {{(id is null ? "" : $"\"id\":\"{id}\",")}} {{more}}
          "actor": {{Agent(agent)}}, "verb": { "id": "{{verb}}" }, "object": { "id": "{{activity}}" } }
        """;

    /// <summary>A statement about another statement.</summary>
    public static string Reference(Guid target, string agent = "ada@example.org", string verb = "http://adlnet.gov/expapi/verbs/commented", string? id = null) =>
        $$"""
        { {{(id is null ? "" : $"\"id\":\"{id}\",")}}
          "actor": {{Agent(agent)}}, "verb": { "id": "{{verb}}" }, "object": { "objectType": "StatementRef", "id": "{{target}}" } }
        """;

    public static string Agent(string mail) => $$"""{ "mbox": "mailto:{{mail}}" }""";
}
