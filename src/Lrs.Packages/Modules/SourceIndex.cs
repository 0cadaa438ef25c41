namespace Lrs.Packages.Modules;

/// <summary>What the parts of one source share while it is read: the files that are there, the names that are taken, the faults so far.</summary>
internal sealed class SourceIndex(IReadOnlyDictionary<string, byte[]> files)
{
    private readonly IReadOnlyDictionary<string, byte[]> files = files;
    private readonly List<ModuleFault> faults = [];
    private readonly List<ModuleLink> links = [];
    private readonly Dictionary<(string Kind, string Id), (string File, int Line)> taken = [];
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    // A translation has names of its own, which are those of the original again; its faults and its media are the module's.
    private SourceIndex(SourceIndex original)
        : this(original.files)
    {
        faults = original.faults;
        links = original.links;
        used = original.used;
    }

    /// <summary>All faults found, in the order of files and lines.</summary>
    public IReadOnlyList<ModuleFault> Faults => [.. faults.Distinct().OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)];

    /// <summary>All links to other sites, in the order of files and lines.</summary>
    public IReadOnlyList<ModuleLink> Links => [.. links.Distinct().OrderBy(link => link.File, StringComparer.Ordinal).ThenBy(link => link.Line)];

    /// <summary>The files under <c>media/</c> that nothing has shown or linked.</summary>
    public IEnumerable<string> UnusedMedia => files.Keys.Where(name => name.StartsWith("media/", StringComparison.Ordinal) && !used.Contains(name));

    public void Fault(string file, int line, string message) => faults.Add(new ModuleFault(file, line, message));

    /// <summary>Notes a link to another site.</summary>
    public void LeadsTo(string address, string file, int line) => links.Add(new ModuleLink(file, line, address));

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

    /// <summary>Takes an id for a question or a scenario; a fault if another of its kind has it.</summary>
    public void Take(string kind, string id, string file, int line)
    {
        if (!taken.TryAdd((kind, id), (file, line)))
        {
            var (elsewhere, there) = taken[(kind, id)];
            Fault(file, line, $"The {kind} id '{id}' is already taken at {elsewhere}:{there}.");
        }
    }

    /// <summary>The line where an id was taken; 0 if it was not.</summary>
    public int LineOf(string kind, string id) => taken.GetValueOrDefault((kind, id)).Line;

    /// <summary>For reading a translation: ids begin anew.</summary>
    public SourceIndex ForTranslation() => new(this);
}
