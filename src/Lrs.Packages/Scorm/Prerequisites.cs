using System.Diagnostics.CodeAnalysis;

namespace Lrs.Packages.Scorm;

/// <summary>
/// The AICC script of <c>adlcp:prerequisites</c> (SCORM 1.2 CAM 2.3.2.5.1): identifiers of items joined by <c>&amp;</c> and <c>|</c>, <c>~</c> before what
/// must not be, <c>=</c> and <c>&lt;&gt;</c> with a status, and <c>2*{A,B,C}</c> for so many of a set.
/// </summary>
public abstract record Prerequisites
{
    private Prerequisites()
    {
    }

    /// <summary>Reads a script; false, with a sentence that says what is wrong, when it is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Prerequisites? script, [NotNullWhen(false)] out string? fault) =>
        new PrerequisiteReader(text).Read(out script, out fault);

    /// <summary>Does it hold?</summary>
    /// <param name="statusOf">
    /// The status of the item with an identifier: <c>passed</c>, <c>completed</c>, <c>failed</c>, <c>incomplete</c>, <c>browsed</c> or <c>not attempted</c>; null when the
    /// course has no such item.
    /// </param>
    public abstract bool Holds(Func<string, string?> statusOf);

    /// <summary>The identifiers that it names, each once.</summary>
    public IEnumerable<string> Names() => All().Distinct(StringComparer.Ordinal);

    private protected abstract IEnumerable<string> All();

    /// <summary>An item is done: passed or completed. What the course does not have is taken as done, because nobody could ever do it.</summary>
    internal sealed record Done(string Name) : Prerequisites
    {
        public override bool Holds(Func<string, string?> statusOf) => statusOf(Name) is null or "passed" or "completed";

        private protected override IEnumerable<string> All() => [Name];
    }

    /// <summary>An item has a status, or has it not.</summary>
    internal sealed record Status(string Name, string Word, bool Equal) : Prerequisites
    {
        public override bool Holds(Func<string, string?> statusOf) => statusOf(Name) is not { } status || (status == Word) == Equal;

        private protected override IEnumerable<string> All() => [Name];
    }

    internal sealed record Not(Prerequisites Inner) : Prerequisites
    {
        public override bool Holds(Func<string, string?> statusOf) => !Inner.Holds(statusOf);

        private protected override IEnumerable<string> All() => Inner.All();
    }

    /// <summary>At least so many of these hold: all for AND, one for OR.</summary>
    internal sealed record AtLeast(int Count, IReadOnlyList<Prerequisites> Of) : Prerequisites
    {
        public override bool Holds(Func<string, string?> statusOf) => Of.Count(one => one.Holds(statusOf)) >= Count;

        private protected override IEnumerable<string> All() => Of.SelectMany(one => one.All());
    }
}
