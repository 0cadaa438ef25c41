namespace Lrs.Packages.Modules;

/// <summary>What can come of reading a module's source. Nothing else can.</summary>
public abstract record ModuleOutcome
{
    private ModuleOutcome() { }

    /// <summary>The source is without fault.</summary>
    public sealed record Good(Module Module) : ModuleOutcome;

    /// <summary>The source has faults: all of them, by file and line.</summary>
    public sealed record Refused(IReadOnlyList<ModuleFault> Faults) : ModuleOutcome;
}

/// <summary>Something an author has to mend.</summary>
/// <param name="File">Path inside the module's folder.</param>
/// <param name="Line">Line in that file, from 1; 0 when the fault is the file itself.</param>
/// <param name="Message">What is wrong and what would be right, a sentence.</param>
public sealed record ModuleFault(string File, int Line, string Message)
{
    /// <summary>As compilers write it, so that editors jump there.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
