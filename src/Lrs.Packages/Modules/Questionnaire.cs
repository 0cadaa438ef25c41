namespace Lrs.Packages.Modules;

/// <summary>A questionnaire: questions without right or wrong, which the learner may leave out.</summary>
/// <param name="Id">The name of its file.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Introduction">Why it is asked and what happens with the answers, as HTML.</param>
/// <param name="Anonymous">Answers are kept without any link to the learner; only where the server hosts the module itself.</param>
/// <param name="Series">Questionnaires of one series ask the same and are compared; null outside a series.</param>
/// <param name="Moment">Where in its series it stands; null outside a series.</param>
/// <param name="Questions">The questions in order, at least one.</param>
public sealed record Questionnaire(string Id, string Title, string Introduction, bool Anonymous, string? Series, Moment? Moment, IReadOnlyList<SurveyQuestion> Questions)
{
    /// <summary>
    /// Under what name an answer is recorded: <c>SERIES.MOMENT.QUESTION</c> in a series and <c>QUESTIONNAIRE.QUESTION</c> outside one. The parts
    /// hold no dots, so reports can take the name apart and compare the same question at two moments.
    /// </summary>
    public string RecordedAs(SurveyQuestion question) => Series is null ? $"{Id}.{question.Id}" : $"{Series}.{Moments.Word(Moment!.Value)}.{question.Id}";
}

/// <summary>When a questionnaire of a series is asked.</summary>
public enum Moment
{
    /// <summary>Before the learner begins.</summary>
    Before,

    /// <summary>At the end.</summary>
    After,

    /// <summary>Some time later, in a module of its own.</summary>
    FollowUp,
}

/// <summary>The words for moments in a module's source and in the names of answers.</summary>
internal static class Moments
{
    /// <summary>By word.</summary>
    public static IReadOnlyDictionary<string, Moment> Words { get; } =
        new Dictionary<string, Moment>(StringComparer.Ordinal) { ["before"] = Moment.Before, ["after"] = Moment.After, ["follow-up"] = Moment.FollowUp };

    /// <summary>The word for one.</summary>
    public static string Word(Moment moment) => Words.First(word => word.Value == moment).Key;
}

/// <summary>How a question of a questionnaire is answered.</summary>
public enum SurveyQuestionType
{
    /// <summary>One step of a scale (interaction <c>likert</c>).</summary>
    Scale,

    /// <summary>One choice of several (interaction <c>choice</c>).</summary>
    Single,

    /// <summary>Any choices (interaction <c>choice</c>).</summary>
    Multiple,

    /// <summary>In the learner's words (interaction <c>long-fill-in</c>; in SCORM 1.2, which has none, <c>fill-in</c>).</summary>
    Text,
}

/// <summary>A question of a questionnaire.</summary>
/// <param name="Id">Unique in the questionnaire, and the same in every questionnaire of a series.</param>
/// <param name="Type">How it is answered.</param>
/// <param name="Text">The question, plain text.</param>
/// <param name="Choices">What can be chosen; the steps of a scale are <c>1</c>, <c>2</c> and so on. Empty for a text.</param>
/// <param name="Words">The most words of a text; 0 for the others.</param>
/// <param name="Optional">Whether it may be left out.</param>
public sealed record SurveyQuestion(string Id, SurveyQuestionType Type, string Text, IReadOnlyList<Choice> Choices, int Words, bool Optional);
