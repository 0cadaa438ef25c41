using System.Collections;
using System.Text;

namespace Lrs.Xapi;

/// <summary>
/// Collects everything that is wrong with one body or query, and knows the place that is being read.
/// Not safe for several threads; made for one request.
/// </summary>
public sealed class Faults : IReadOnlyList<Fault>
{
    /// <summary>How many faults are kept; a hostile body must not turn into an answer of a million lines.</summary>
    public const int Limit = 100;

    private readonly List<Fault> kept = [];
    private readonly List<Step> place = [];

    /// <summary>How many faults are kept and can be read.</summary>
    public int Count => kept.Count;

    /// <summary>How many faults were found, those beyond <see cref="Limit"/> included.</summary>
    public int Found { get; private set; }

    /// <inheritdoc/>
    public Fault this[int index] => kept[index];

    /// <summary>Notes a fault at the place that is being read.</summary>
    public void Add(Rule rule, string message)
    {
        Found++;
        if (kept.Count < Limit)
        {
            kept.Add(new Fault(rule, Path(), message));
        }
    }

    /// <summary>Notes a fault at a property of the place that is being read.</summary>
    public void Add(Rule rule, string property, string message)
    {
        using var inside = Inside(property);
        Add(rule, message);
    }

    /// <summary>Until disposed, faults lie in this property.</summary>
    public Scope Inside(string property) => Enter(new Step(property, 0, IsParameter: false));

    /// <summary>Until disposed, faults lie in this element of an array.</summary>
    public Scope Inside(int index) => Enter(new Step(null, index, IsParameter: false));

    /// <summary>Until disposed, faults lie in this query parameter, so their path is <c>?name</c>.</summary>
    public Scope InsideParameter(string name) => Enter(new Step(name, 0, IsParameter: true));

    /// <inheritdoc/>
    public IEnumerator<Fault> GetEnumerator() => kept.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => kept.GetEnumerator();

    private Scope Enter(Step step)
    {
        place.Add(step);
        return new Scope(this);
    }

    private string Path()
    {
        var path = new StringBuilder("$");
        foreach (var (name, index, isParameter) in place)
        {
            if (name is null)
            {
                path.Append('[').Append(index).Append(']');
            }
            else if (isParameter)
            {
                path.Clear().Append('?').Append(Short(name));
            }
            else if (name.Length is > 0 and <= 40 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_'))
            {
                path.Append('.').Append(name);
            }
            else
            {
                path.Append("['").Append(Short(name)).Append("']");
            }
        }

        return path.ToString();
    }

    // A name that came from outside is as long as its sender likes; nobody needs more of it to find the place.
    private static string Short(string name) => name.Length > 200 ? name[..200] + "…" : name;

    private readonly record struct Step(string? Name, int Index, bool IsParameter);

    /// <summary>Leaves the place again when disposed.</summary>
    public readonly ref struct Scope(Faults faults)
    {
        /// <summary>Leaves the place.</summary>
        public void Dispose() => faults.place.RemoveAt(faults.place.Count - 1);
    }
}
