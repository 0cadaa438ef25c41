namespace Lrs.Server.Surveys;

/// <summary>What an anonymous questionnaire asks, as a package brings it in <c>surveys/ID.json</c>.</summary>
/// <param name="Module">IRI of the module.</param>
/// <param name="Language">Language of the questions.</param>
/// <param name="Questionnaire">The questions.</param>
internal sealed record Survey(string Module, string Language, SurveyQuestionnaire Questionnaire)
{
    /// <summary>IRI under which answers gather, whichever format of the module they come from.</summary>
    public string Iri => $"{Module}/questionnaires/{Questionnaire.Id}";

    /// <summary>Is it whole, and anonymous? A package may hold anything under that name.</summary>
    public bool IsUsable =>
        Lrs.Xapi.Iri.TryParse(Iri, out _) && Language.Length > 0 && Questionnaire is { Anonymous: true, Title: not null, Questions.Count: > 0 }
        && Questionnaire.Questions.All(question => question is { Id.Length: > 0, Text: not null, Choices: not null, Type: "likert" or "choice" or "long-fill-in" }
            && Lrs.Xapi.Iri.TryParse($"{Module}/questions/{question.Recorded}", out _));
}

/// <summary>The questionnaire in a survey.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Anonymous">Whether it promises anonymity; nothing else is taken here.</param>
/// <param name="Questions">The questions.</param>
internal sealed record SurveyQuestionnaire(string Id, string Title, bool Anonymous, IReadOnlyList<SurveyItem> Questions);

/// <summary>A question of a survey.</summary>
/// <param name="Id">Its name in the questionnaire.</param>
/// <param name="Recorded">Its name in the record.</param>
/// <param name="Type">The interaction type of xAPI: <c>likert</c>, <c>choice</c> or <c>long-fill-in</c>.</param>
/// <param name="Several">Whether several choices may be taken.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Words">The most words of a text.</param>
/// <param name="Needed">Whether it must be answered.</param>
internal sealed record SurveyItem(string Id, string Recorded, string Type, bool Several, string Text, IReadOnlyList<SurveyChoice> Choices, int Words, bool Needed)
{
    // A word of a language has fewer letters than this.
    private const int MostCharactersPerWord = 40;

    /// <summary>Why a value is no answer to this question; null when it is one. Choices come as their ids one after the other.</summary>
    public string? Fault(string value)
    {
        if (Type is "long-fill-in")
        {
            return value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > Words || value.Length > Words * MostCharactersPerWord ? $"'{Id}' has more than {Words} words." : null;
        }

        var chosen = value.Select(id => id.ToString()).ToList();
        return chosen.Count > 1 && !Several ? $"'{Id}' takes one choice."
            : chosen.Distinct().Count() < chosen.Count || chosen.Exists(id => Choices.All(choice => choice.Id != id)) ? $"'{Id}' has no such choices."
            : null;
    }
}

/// <summary>One thing that can be chosen.</summary>
internal sealed record SurveyChoice(string Id, string Text);
