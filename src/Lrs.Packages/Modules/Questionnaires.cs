namespace Lrs.Packages.Modules;

/// <summary>The questionnaires of a source in one language, by name; each is read once and shown once.</summary>
/// <param name="source">The files.</param>
/// <param name="text">What the interface says in that language.</param>
/// <param name="index">Takes the faults.</param>
internal sealed class Questionnaires(SourceFiles source, InterfaceText text, SourceIndex index)
{
    private readonly Dictionary<string, (Questionnaire? Read, string? ShownAt)> known = source.Questionnaires.ToDictionary(
        name => name,
        name => (Read(source, name, text, index), (string?)null),
        StringComparer.Ordinal);

    /// <summary>The questionnaire for a screen that shows it; null and a fault if there is none, or it was shown already.</summary>
    public Questionnaire? Show(string name, string file, int line)
    {
        if (!known.TryGetValue(name, out var found))
        {
            index.Fault(file, line, $"There is no file 'questionnaires/{name}.yaml'.");
            return null;
        }

        if (found.ShownAt is { } elsewhere)
        {
            index.Fault(file, line, $"The questionnaire '{name}' is shown already at {elsewhere}.");
        }

        known[name] = found with { ShownAt = $"{file}:{line}" };
        return found.Read;
    }

    /// <summary>Once all screens are read: a fault for each that none shows.</summary>
    public void NothingUnused()
    {
        foreach (var (name, _) in known.Where(one => one.Value.ShownAt is null))
        {
            index.Fault(source.Path($"questionnaires/{name}.yaml"), 0, "No screen shows this questionnaire.");
        }
    }

    private static Questionnaire? Read(SourceFiles source, string name, InterfaceText text, SourceIndex index)
    {
        var file = source.Path($"questionnaires/{name}.yaml");
        return source.Yaml($"questionnaires/{name}.yaml", index) is { } map ? new QuestionnaireReader(new Prose(file, text, index)).Read(map, name) : null;
    }
}
