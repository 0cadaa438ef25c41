namespace Lrs.Server.Pages;

/// <summary>A question that people who report ask again and again, as an address of the OData service.</summary>
/// <param name="Name">Names it in addresses and file names.</param>
/// <param name="Title">The question in words.</param>
/// <param name="Set">The entity set that answers it.</param>
/// <param name="Filter">Which rows; null for all.</param>
/// <param name="Order">In which order.</param>
/// <param name="Columns">The columns of each row.</param>
/// <param name="Related">To-one navigations with the columns that come along.</param>
internal sealed record ConnectQuestion(string Name, string Title, string Set, string? Filter, string Order, IReadOnlyList<string> Columns, IReadOnlyList<(string Navigation, string[] Columns)> Related)
{
    private static readonly (string, string[]) Learner = ("Learner", ["Name", "AccountName", "Mbox"]);
    private static readonly (string, string[]) Course = ("Course", ["Title"]);
    private static readonly (string, string[]) Unit = ("Unit", ["Title"]);

    public static IReadOnlyList<ConnectQuestion> All { get; } =
    [
        new(
            "completed", "Who has completed what, by force and rank?", "Attempts", "Completion eq true", "Started desc",
            ["FinancialYear", "Force", "Rank", "Role", "ActivityId", "Started", "Ended", "Success", "ScoreScaled", "Duration"], [Learner, Course, Unit]),
        new(
            "unfinished", "Who has begun something and not finished it?", "Attempts",
            "Completion ne true and not Learner/Attempts/any(a:a/ActivityId eq $it/ActivityId and a/Completion eq true)", "Started",
            ["FinancialYear", "Force", "Rank", "Role", "ActivityId", "Started", "Ended", "Success", "ScoreScaled"], [Learner, Course, Unit]),
        new(
            "answers", "What was answered to a question?", "Answers", null, "Stored desc",
            ["QuestionId", "QuestionText", "InteractionType", "Response", "CorrectResponse", "Success", "ScoreScaled", "Latency", "Stored"], [Learner, Unit])
            { TakesWords = true },
    ];

    /// <summary>May it be narrowed to questions with some words in their text, or with an IRI?</summary>
    public bool TakesWords { get; private init; }

    /// <summary>What stands below the service root, percent-encoded.</summary>
    /// <param name="about">Words or an IRI to narrow it to, if it takes them; empty for all.</param>
    public string Query(string about)
    {
        var filter = TakesWords && about.Length > 0 ? $"contains(QuestionText,{Literal(about)}) or QuestionId eq {Literal(about)}" : Filter;
        var related = Related.Select(one => $"{one.Navigation}($select={string.Join(',', one.Columns)})");
        return $"{Set}?{(filter is null ? "" : $"$filter={filter}&")}$select={string.Join(',', Columns)}&$expand={string.Join(',', related)}&$orderby={Order}".Replace(" ", "%20", StringComparison.Ordinal);
    }

    private static string Literal(string words) => $"'{Uri.EscapeDataString(words.Replace("'", "''", StringComparison.Ordinal))}'";
}
