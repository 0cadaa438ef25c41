namespace Lrs.Packages.Modules;

/// <summary>Reads <c>questionnaires/ID.yaml</c>.</summary>
internal sealed class QuestionnaireReader(Prose prose)
{
    // A step of a scale is one digit, as SCORM 1.2 knows it.
    private const int MostSteps = 9;

    private const int MostWords = 500;

    private static readonly Dictionary<string, SurveyQuestionType> Types = new(StringComparer.Ordinal)
    {
        ["scale"] = SurveyQuestionType.Scale,
        ["single"] = SurveyQuestionType.Single,
        ["multiple"] = SurveyQuestionType.Multiple,
        ["text"] = SurveyQuestionType.Text,
    };

    /// <summary>Null and faults if it is not a questionnaire.</summary>
    /// <param name="map">The file.</param>
    /// <param name="name">Its name without <c>.yaml</c>.</param>
    public Questionnaire? Read(YamlMap map, string name)
    {
        var id = map.Name("id");
        var title = map.Text("title");
        var introduction = map.Text("introduction");
        var html = introduction is null ? "" : prose.Render(introduction, map.LineOf("introduction"));
        var anonymous = map.YesOrNo("anonymous", false);
        var series = map.Has("series") ? map.Name("series") : null;
        var moment = ReadMoment(map);
        var entries = map.Maps("questions");
        map.NothingElse();
        if (id is not null && id != name)
        {
            map.Fault(map.LineOf("id"), $"The id is the name of the file: '{name}', not '{id}'.");
        }

        var questions = new List<SurveyQuestion>();
        foreach (var entry in entries)
        {
            if (Question(entry) is { } question)
            {
                if (questions.Exists(other => other.Id == question.Id))
                {
                    entry.Fault(entry.LineOf("id"), $"The question id '{question.Id}' is there twice in this questionnaire.");
                }

                questions.Add(question);
            }
        }

        return id is null || title is null || introduction is null ? null : new Questionnaire(id, title, html, anonymous, series, moment, questions);
    }

    private static Moment? ReadMoment(YamlMap map)
    {
        var word = map.TextOrNothing("moment");
        if (map.Has("series") != map.Has("moment"))
        {
            map.Fault(map.LineOf(map.Has("series") ? "series" : "moment"), "'series' and 'moment' belong together: the moment is before, after or follow-up.");
        }

        if (word is null)
        {
            return null;
        }

        if (Moments.Words.TryGetValue(word, out var moment))
        {
            return moment;
        }

        map.Fault(map.LineOf("moment"), $"The moment is before, after or follow-up, not '{word}'.");
        return null;
    }

    private static SurveyQuestion? Question(YamlMap map)
    {
        var id = map.Name("id");
        var text = map.Text("text");
        var optional = map.YesOrNo("optional", true);
        var word = map.Text("type");
        if (word is null || !Types.TryGetValue(word, out var type))
        {
            if (word is not null)
            {
                map.Fault(map.LineOf("type"), $"'{word}' is not a type of question in a questionnaire; there are scale, single, multiple and text.");
            }

            // Whatever else stands here belongs to a type that is not known.
            return null;
        }

        IReadOnlyList<Choice> choices = type switch
        {
            SurveyQuestionType.Scale => Steps(map),
            SurveyQuestionType.Text => [],
            _ => map.Maps("choices").ReadChoices(map, Said.Never, entry => entry.NothingElse()),
        };
        var words = type is SurveyQuestionType.Text ? map.Number("words", 1, MostWords) ?? 1 : 0;
        map.NothingElse();
        return id is null || text is null ? null : new SurveyQuestion(id, type, text, choices, words, optional);
    }

    private static List<Choice> Steps(YamlMap map)
    {
        var labels = map.Texts("labels");
        if (labels.Count is 1 or > MostSteps)
        {
            map.Fault(map.LineOf("labels"), $"A scale has 2 to {MostSteps} labels, not {labels.Count}.");
        }

        return [.. labels.Select((label, i) => new Choice($"{i + 1}", label.Text, null))];
    }
}
