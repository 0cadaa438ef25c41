namespace Lrs.OData;

/// <summary>Binds <c>$select</c> (4.01 part 2, 5.1.4), also within the parts that <c>groupby</c> makes of paths.</summary>
internal static class SelectBinder
{
    public static EntityQuery Select(EntityQuery query, QueryOptions options, string where)
    {
        var all = query.Set.Properties.Concat(query.Computed).ToList();
        if (options["select"] is not { } text || text.Trim() is "*")
        {
            return query with { Select = query.IsReference ? [] : all };
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in TopLevel.Split(text, ',', where + "$select"))
        {
            names.UnionWith(Names(item.Trim(), query, all, where + "$select"));
        }

        return query with
        {
            IsSelected = true,
            Select = [.. all.Where(p => names.Contains(p.Name))],
            SelectedNavigations = [.. query.Set.Navigations.Where(n => names.Contains(n.Name)).Select(n => n.Name)],
        };
    }

    private static IEnumerable<string> Names(string item, EntityQuery query, List<ODataProperty> all, string place)
    {
        var prefix = query.Model.Schema + ".";
        if (item.StartsWith(prefix + query.Set.TypeName + "/", StringComparison.Ordinal))
        {
            item = item[(prefix.Length + query.Set.TypeName.Length + 1)..];
        }

        if (item == prefix + "*")
        {
            // All operations of the schema, of which there are none.
            return [];
        }

        if (item is "*")
        {
            return all.Select(p => p.Name);
        }

        var open = item.IndexOf('(');
        if (open > 0 && item.EndsWith(')'))
        {
            return Within(item[..open].Trim(), item[(open + 1)..^1], all, place);
        }

        // A navigation property may be selected; it adds a link where links are written, and no column (4.01 part 1, 11.2.5.1).
        if (all.Any(p => p.Name == item) || query.Set.Navigation(item) is not null)
        {
            return [item];
        }

        var parts = all.Where(p => p.Name.StartsWith(item + "/", StringComparison.Ordinal)).Select(p => p.Name).ToList();
        return parts.Count > 0 ? parts
            : throw RefusedException.Bad("property.unknown", $"{place}: {query.Set.TypeName} has no property '{item}'.", place);
    }

    private static List<string> Within(string name, string text, List<ODataProperty> all, string place)
    {
        var parts = all.Where(p => p.Name.StartsWith(name + "/", StringComparison.Ordinal)).Select(p => p.Name).ToList();
        if (parts.Count == 0)
        {
            throw RefusedException.Bad("property.unknown", $"{place}: {name} has no parts to select from.", place);
        }

        var options = QueryOptions.Nested(text, $"{place}({name})/", new Dictionary<string, string>());
        OptionBinder.Allow(options, $"{place}({name})/", "select");
        if (options["select"] is not { } inner || inner.Trim() is "*")
        {
            return parts;
        }

        var wanted = TopLevel.Split(inner, ',', place).Select(i => $"{name}/{i.Trim()}").ToList();
        return wanted.FirstOrDefault(w => !parts.Contains(w)) is { } unknown
            ? throw RefusedException.Bad("property.unknown", $"{place}: there is no property '{unknown}'.", place)
            : wanted;
    }
}
