namespace Lrs.OData;

/// <summary>Finds contradictions in a model when it is made, so that no request can stumble over them.</summary>
internal static class ModelCheck
{
    public static void Check(IReadOnlyList<ODataEntitySet> sets)
    {
        Unique(sets.Select(s => s.Name), "entity set");
        Unique(sets.Select(s => s.TypeName), "entity type");
        foreach (var set in sets)
        {
            Names(set);
            Source(set);
            Key(set);
            Searched(set);
            Require(set.Crowd is not { } crowd || set.Property(crowd.Person) is not null, $"{set.Name} has no property that tells whose a row is.");
            foreach (var navigation in set.Navigations)
            {
                Navigation(set, navigation, sets);
            }
        }
    }

    private static void Names(ODataEntitySet set)
    {
        var members = set.Properties.Select(p => p.Name).Concat(set.Navigations.Select(n => n.Name)).ToList();
        Unique(members, $"member of {set.Name}");
        foreach (var name in members.Append(set.Name).Append(set.TypeName))
        {
            Require(name.Length is > 0 and <= 128 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'),
                $"'{name}' in {set.Name} is not a simple identifier.");
        }
    }

    // The tenant is the one thing that no query may forget, hence checked in the text itself.
    private static void Source(ODataEntitySet set)
    {
        Require(set.Source.Sqlite.Contains("@tenant", StringComparison.Ordinal) && set.Source.Postgres.Contains("@tenant", StringComparison.Ordinal),
            $"The source of {set.Name} does not name @tenant.");
        Require(set.Rollup is not { Source: var counted } || (counted.Sqlite.Contains("@tenant", StringComparison.Ordinal) && counted.Postgres.Contains("@tenant", StringComparison.Ordinal)),
            $"The counted rows of {set.Name} do not name @tenant.");
    }

    private static void Searched(ODataEntitySet set)
    {
        foreach (var name in set.Searched ?? [])
        {
            Require(set.Property(name)?.Type.Kind is EdmKind.String, $"{name}, which is searched in {set.Name}, is no text property.");
        }

        Require(set.Changes?.Removed is not { } removed || (removed.Sqlite.Contains("@tenant", StringComparison.Ordinal) && removed.Postgres.Contains("@tenant", StringComparison.Ordinal)),
            $"What was removed from {set.Name} does not name @tenant.");
    }

    private static void Key(ODataEntitySet set)
    {
        Require(set.Key.Count > 0, $"{set.Name} has no key.");
        foreach (var name in set.Key.Concat(set.DefaultOrder))
        {
            Require(set.Property(name) is { Nullable: false }, $"The key or order {name} of {set.Name} is not a property that is never null.");
        }
    }

    private static void Navigation(ODataEntitySet set, ODataNavigation navigation, IReadOnlyList<ODataEntitySet> sets)
    {
        var target = sets.FirstOrDefault(s => s.Name == navigation.Target);
        Require(target is not null, $"{set.Name}/{navigation.Name} leads to {navigation.Target}, which is no entity set.");
        Require(navigation.Joins.Count > 0, $"{set.Name}/{navigation.Name} joins nothing.");
        foreach (var join in navigation.Joins)
        {
            Require(set.Property(join.Here)?.Type.Kind is { } here && target!.Property(join.There)?.Type.Kind is { } there && here == there,
                $"{set.Name}/{navigation.Name} joins {join.Here} to {join.There}, which are not properties of one type.");
        }

        var back = navigation.Partner is null ? null : target!.Navigation(navigation.Partner);
        Require(navigation.Partner is null || (back?.Target == set.Name && back.Partner == navigation.Name),
            $"{set.Name}/{navigation.Name} and its partner {navigation.Target}/{navigation.Partner} do not name each other.");
    }

    private static void Unique(IEnumerable<string> names, string what)
    {
        // Names that differ in case only confuse case-insensitive clients (4.01 part 1, 13.2.1 item 11).
        foreach (var twice in names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            throw new ArgumentException($"There are two of the {what} '{twice.Key}'.");
        }
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new ArgumentException(otherwise);
        }
    }
}
