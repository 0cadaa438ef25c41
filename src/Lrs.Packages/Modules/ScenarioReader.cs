namespace Lrs.Packages.Modules;

/// <summary>Reads a screen's <c>scenario</c> block.</summary>
internal sealed class ScenarioReader(string file, SourceIndex index, Prose prose)
{
    private const int MostChoices = 5;

    private static readonly Dictionary<string, Ending> Endings = new(StringComparer.Ordinal)
    {
        ["good"] = Ending.Good,
        ["mixed"] = Ending.Mixed,
        ["poor"] = Ending.Poor,
    };

    private readonly List<ScenarioStep> steps = [];
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    /// <summary>Null and faults if it is not a scenario.</summary>
    public Scenario? Read(YamlMap map)
    {
        var id = map.Name("id");
        var title = map.Text("title");
        var start = map.Text("start");
        var entries = map.Maps("scenes");
        map.NothingElse();
        if (id is not null)
        {
            index.Take("scenario", id, file, map.LineOf("id"));
        }

        var scenes = new List<Scene>();
        var whole = true;
        foreach (var entry in entries)
        {
            if (Scene(entry, id ?? "?", scenes) is { } scene)
            {
                scenes.Add(scene);
            }
            else
            {
                whole = false;
            }
        }

        // Ways through half of the scenes would bring faults that are none.
        if (!whole || id is null || title is null || start is null || scenes.Count is 0)
        {
            return null;
        }

        if (scenes.All(scene => scene.Id != start))
        {
            map.Fault(map.LineOf("start"), $"There is no scene '{start}' to start with.");
            return null;
        }

        ScenarioPaths.Check(start, lines, steps, (line, message) => index.Fault(file, line, message));
        return new Scenario(id, title, [.. scenes.OrderByDescending(scene => scene.Id == start)]);
    }

    private Scene? Scene(YamlMap map, string scenario, List<Scene> others)
    {
        var id = map.Name("id");
        var title = map.TextOrNothing("title");
        var text = map.Text("text");
        var html = text is null ? "" : prose.Render(text, map.LineOf("text"));
        if (id is not null && others.Exists(other => other.Id == id))
        {
            map.Fault(map.LineOf("id"), $"The scene '{id}' is there twice.");
        }

        lines.TryAdd(id ?? "?", map.Line);

        if (map.Has("ending"))
        {
            return EndingScene(map, id, title, text, html);
        }

        if (!map.Has("choices"))
        {
            map.Fault("A scene has 'choices', or 'ending: good', 'mixed' or 'poor'.");
            return null;
        }

        var next = new Dictionary<string, string>(StringComparer.Ordinal);
        var choices = map.Maps("choices").ReadChoices(map, Said.Always, entry =>
        {
            if (entry.Text("next") is { } to && entry.TextOrNothing("id") is { } choice && next.TryAdd(choice, to))
            {
                steps.Add(new ScenarioStep(id ?? "?", to, entry.LineOf("next")));
            }

            entry.NothingElse();
        });
        if (choices.Count > MostChoices)
        {
            map.Fault(map.LineOf("choices"), $"A scene has 2 to {MostChoices} choices, not {choices.Count}.");
        }

        var answer = ChoiceReader.Chosen(map, map.Texts("answer"), choices);
        map.NothingElse();
        if (id is null || text is null)
        {
            return null;
        }

        var name = $"{scenario}-{id}";
        index.Take("question", name, file, map.LineOf("id"));
        return new Scene(id, title, html, new Question(name, QuestionUse.Scene, QuestionType.Single, Prose.Plain(text), choices, answer, ""), next, null);
    }

    private static Scene? EndingScene(YamlMap map, string? id, string? title, string? text, string html)
    {
        var word = map.Text("ending");
        if (word is not null && !Endings.ContainsKey(word))
        {
            map.Fault(map.LineOf("ending"), $"An ending is good, mixed or poor, not '{word}'.");
        }

        if (map.Has("choices"))
        {
            map.Fault(map.LineOf("choices"), "A scene with an ending has no choices.");
        }

        map.NothingElse();
        return id is null || text is null || word is null || !Endings.TryGetValue(word, out var ending) ? null
            : new Scene(id, title, html, null, new Dictionary<string, string>(), ending);
    }
}

/// <summary>A choice that leads from one scene to another, and the line that says so.</summary>
internal sealed record ScenarioStep(string From, string To, int Line);
