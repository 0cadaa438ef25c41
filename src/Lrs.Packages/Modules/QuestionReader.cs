using System.Text.RegularExpressions;

namespace Lrs.Packages.Modules;

/// <summary>Reads a question: the same keys in a screen's <c>question</c> and <c>decision</c> blocks and in <c>assessment.yaml</c>.</summary>
internal static partial class QuestionReader
{
    /// <summary>Null and faults if it is not one.</summary>
    public static Question? Read(YamlMap map, QuestionUse use, string file, SourceIndex index)
    {
        var id = map.Text("id");
        var type = Type(map);
        var text = map.Text("text");

        // A type nobody knows is one fault; the other keys are read as if it were the freest, so that they bring none of their own.
        var choices = Choices(map, type ?? QuestionType.Multiple, use);
        var answer = Answer(map, type ?? QuestionType.Multiple, choices);
        var explanation = map.Text("explanation");
        map.NothingElse();

        if (id is not null && !Name().IsMatch(id))
        {
            map.Fault(map.LineOf("id"), $"The id '{id}' may have up to 60 lower-case letters, digits and hyphens, and starts with a letter.");
        }
        else if (id is not null)
        {
            index.NameQuestion(id, file, map.LineOf("id"));
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

        var choices = new List<Choice>();
        foreach (var entry in map.Maps("choices"))
        {
            var id = entry.Text("id");
            var text = entry.Text("text");
            var feedback = use is QuestionUse.Decision ? entry.Text("feedback") : entry.TextOrNothing("feedback");
            entry.NothingElse();
            if (id is not null && !OneCharacter().IsMatch(id))
            {
                entry.Fault(entry.LineOf("id"), $"The id of a choice is one letter a to z or one digit, not '{id}'.");
            }
            else if (choices.Any(other => other.Id == id))
            {
                entry.Fault(entry.LineOf("id"), $"The choice id '{id}' is there twice in this question.");
            }

            choices.Add(new Choice(id ?? "?", text ?? "", feedback));
        }

        if (choices.Count is 1)
        {
            map.Fault(map.LineOf("choices"), "A question needs at least two choices.");
        }

        return choices;
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

        foreach (var (id, line) in given.Where(one => choices.All(choice => choice.Id != one.Text)))
        {
            map.Fault(line, $"The answer '{id}' is not the id of a choice of this question.");
        }

        if (given.GroupBy(one => one.Text).Any(same => same.Count() > 1))
        {
            map.Fault(map.LineOf("answer"), "The same answer is there twice.");
        }

        if (type is QuestionType.Single && given.Count > 1)
        {
            map.Fault(map.LineOf("answer"), "A question of type single has one right answer; use the type multiple.");
        }

        // The order of the choices, so that a pattern and a learner's response can be compared as text.
        return [.. choices.Select(choice => choice.Id).Where(id => given.Any(one => one.Text == id))];
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,59}$")]
    private static partial Regex Name();

    [GeneratedRegex("^[a-z0-9]$")]
    private static partial Regex OneCharacter();
}
