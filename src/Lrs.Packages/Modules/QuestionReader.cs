namespace Lrs.Packages.Modules;

/// <summary>Reads a question: the same keys in a screen's <c>question</c> and <c>decision</c> blocks and in <c>assessment.yaml</c>.</summary>
internal static class QuestionReader
{
    /// <summary>Null and faults if it is not one.</summary>
    public static Question? Read(YamlMap map, QuestionUse use, string file, SourceIndex index)
    {
        var id = map.Name("id");
        var type = Type(map);
        var text = map.Text("text");

        // A type nobody knows is one fault; the other keys are read as if it were the freest, so that they bring none of their own.
        var choices = Choices(map, type ?? QuestionType.Multiple, use);
        var answer = Answer(map, type ?? QuestionType.Multiple, choices);
        var explanation = map.Text("explanation");
        map.NothingElse();

        if (id is not null)
        {
            index.Take("question", id, file, map.LineOf("id"));
        }

        return id is null || type is null || text is null || explanation is null ? null : new Question(id, use, type.Value, text, choices, answer, explanation);
    }

    private static QuestionType? Type(YamlMap map)
    {
        var word = map.Text("type");
        QuestionType? type = word switch
        {
            "single" => QuestionType.Single,
            "multiple" => QuestionType.Multiple,
            "true-false" => QuestionType.TrueFalse,
            _ => null,
        };
        if (word is not null && type is null)
        {
            map.Fault(map.LineOf("type"), $"'{word}' is not a type of question; there are single, multiple and true-false.");
        }

        return type;
    }

    private static List<Choice> Choices(YamlMap map, QuestionType type, QuestionUse use)
    {
        if (type is QuestionType.TrueFalse)
        {
            if (use is QuestionUse.Decision)
            {
                map.Fault(map.LineOf("type"), "A decision has choices with feedback; use the type single or multiple.");
            }

            return [new Choice("t", "", null), new Choice("f", "", null)];
        }

        return [.. map.Maps("choices").ReadChoices(map, use is QuestionUse.Decision ? Said.Always : Said.Perhaps, entry => entry.NothingElse())];
    }

    private static IReadOnlyList<string> Answer(YamlMap map, QuestionType type, IReadOnlyList<Choice> choices)
    {
        var given = map.Texts("answer");
        if (type is QuestionType.TrueFalse)
        {
            if (given is [("true" or "false", _)])
            {
                return [given[0].Text[..1]];
            }

            map.Fault(map.LineOf("answer"), "The answer of a true-false question is true or false.");
            return [];
        }

        if (type is QuestionType.Single && given.Count > 1)
        {
            map.Fault(map.LineOf("answer"), "A question of type single has one right answer; use the type multiple.");
        }

        return ChoiceReader.Chosen(map, given, choices);
    }
}
