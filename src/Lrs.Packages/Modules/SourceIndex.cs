namespace Lrs.Packages.Modules;

/// <summary>What the parts of one source share while it is read: the files that are there, the names that are taken, the faults so far.</summary>
internal sealed class SourceIndex(IReadOnlyDictionary<string, byte[]> files)
{
    private readonly List<ModuleFault> faults = [];
    private readonly Dictionary<string, string> questions = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    /// <summary>All faults found, in the order of files and lines.</summary>
    public IReadOnlyList<ModuleFault> Faults => [.. faults.Distinct().OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)];

    /// <summary>The files under <c>media/</c> that nothing has shown or linked.</summary>
    public IEnumerable<string> UnusedMedia => files.Keys.Where(name => name.StartsWith("media/", StringComparison.Ordinal) && !used.Contains(name));

    public void Fault(string file, int line, string message) => faults.Add(new ModuleFault(file, line, message));

    public bool HasScreen(string id) => files.ContainsKey($"screens/{id}.md");

    /// <summary>Notes that a file of <c>media/</c> is used here; a fault if it is not there.</summary>
    public void UseMedia(string name, string file, int line)
    {
        used.Add(name);
        if (!name.StartsWith("media/", StringComparison.Ordinal) || !files.ContainsKey(name))
        {
            Fault(file, line, $"There is no file '{name}' in this module; files to show stand in 'media/'.");
        }
    }

    /// <summary>Takes an id for a question; a fault if another question has it.</summary>
    public void NameQuestion(string id, string file, int line)
    {
        if (!questions.TryAdd(id, $"{file}:{line}"))
        {
            Fault(file, line, $"The question id '{id}' is already taken at {questions[id]}.");
        }
    }
}
