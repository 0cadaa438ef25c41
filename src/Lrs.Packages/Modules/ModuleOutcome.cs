namespace Lrs.Packages.Modules;

/// <summary>What can come of reading a module's source. Nothing else can.</summary>
public abstract record ModuleOutcome
{
    private ModuleOutcome() { }

    /// <summary>The source is without fault.</summary>
    /// <param name="Module">The module.</param>
    /// <param name="Links">Where it links outside itself, by file and line; whether anything is there was not tried.</param>
    public sealed record Good(Module Module, IReadOnlyList<ModuleLink> Links) : ModuleOutcome;

    /// <summary>The source has faults: all of them, by file and line.</summary>
    public sealed record Refused(IReadOnlyList<ModuleFault> Faults) : ModuleOutcome;
}

/// <summary>A link to another site.</summary>
/// <param name="File">Path inside the module's folder.</param>
/// <param name="Line">Line in that file, from 1.</param>
/// <param name="Address">Where it leads.</param>
public sealed record ModuleLink(string File, int Line, string Address);

/// <summary>Something an author has to mend.</summary>
/// <param name="File">Path inside the module's folder.</param>
/// <param name="Line">Line in that file, from 1; 0 when the fault is the file itself.</param>
/// <param name="Message">What is wrong and what would be right, a sentence.</param>
public sealed record ModuleFault(string File, int Line, string Message)
{
    /// <summary>As compilers write it, so that editors jump there.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
