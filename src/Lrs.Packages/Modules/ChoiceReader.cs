namespace Lrs.Packages.Modules;

/// <summary>Whether choices come with something to say to who chose them.</summary>
internal enum Said
{
    /// <summary>They may not.</summary>
    Never,

    /// <summary>They may.</summary>
    Perhaps,

    /// <summary>They must.</summary>
    Always,
}

/// <summary>Reads lists of choices and which of them are right.</summary>
internal static class ChoiceReader
{
    /// <summary>The choices with faults for what is wrong with their ids; those without an id have the id <c>?</c>.</summary>
    /// <param name="entries">The list.</param>
    /// <param name="map">What holds it.</param>
    /// <param name="feedback">Whether each has feedback.</param>
    /// <param name="rest">Reads what else an entry has, and ends its reading.</param>
    public static List<Choice> ReadChoices(this IReadOnlyList<YamlMap> entries, YamlMap map, Said feedback, Action<YamlMap> rest)
    {
        var choices = new List<Choice>();
        foreach (var entry in entries)
        {
            var id = entry.Text("id");
            var text = entry.Text("text");
            var said = feedback switch
            {
                Said.Always => entry.Text("feedback"),
                Said.Perhaps => entry.TextOrNothing("feedback"),
                _ => null,
            };
            rest(entry);
            if (id is not null && !Names.IsChoice(id))
            {
                entry.Fault(entry.LineOf("id"), $"The id of a choice is one letter a to z or one digit, not '{id}'.");
            }
            else if (choices.Any(other => other.Id == id))
            {
                entry.Fault(entry.LineOf("id"), $"The choice id '{id}' is there twice in this question.");
            }

            choices.Add(new Choice(id ?? "?", text ?? "", said));
        }

        if (choices.Count is 1)
        {
            map.Fault(map.LineOf("choices"), "A question needs at least two choices.");
        }

        return choices;
    }

    /// <summary>The right choices in the order of the choices, so that a pattern and a learner's response can be compared as text.</summary>
    public static IReadOnlyList<string> Chosen(YamlMap map, IReadOnlyList<(string Text, int Line)> given, IReadOnlyList<Choice> choices)
    {
        foreach (var (id, line) in given.Where(one => choices.All(choice => choice.Id != one.Text)))
        {
            map.Fault(line, $"The answer '{id}' is not the id of a choice of this question.");
        }

        if (given.GroupBy(one => one.Text).Any(same => same.Count() > 1))
        {
            map.Fault(map.LineOf("answer"), "The same answer is there twice.");
        }

        return [.. choices.Select(choice => choice.Id).Where(id => given.Any(one => one.Text == id))];
    }
}
