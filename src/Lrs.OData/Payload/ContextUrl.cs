namespace Lrs.OData;

/// <summary>
/// The fragment of a context URL (4.01 part 1, 10.8 to 10.10). In 4.0 a property that is expanded without nested options is not
/// named, or bare if it was selected: Excel and Power BI refuse the empty parentheses that 4.01 writes.
/// </summary>
internal static class ContextUrl
{
    public static string Of(EntityQuery query, bool is401) => query.Set.Name + Parenthesised(Items(query, is401));

    private static string Parenthesised(List<string> items) => items.Count == 0 ? "" : $"({string.Join(',', items)})";

    private static List<string> Items(EntityQuery query, bool is401)
    {
        var items = new List<string>();
        if (query.IsSelected)
        {
            items.AddRange(query.Select.Select(p => p.Name));
            items.AddRange(query.SelectedNavigations.Where(name => is401 ? query.Expand.All(e => e.Navigation.Name != name) : true));
        }

        foreach (var item in query.Expand.Where(e => !e.CountOnly))
        {
            var nested = Items(item.Query, is401);
            if (nested.Count > 0)
            {
                items.Remove(item.Navigation.Name);
                items.Add(item.Navigation.Name + Parenthesised(nested));
            }
            else if (is401)
            {
                items.Add(item.Navigation.Name + "()");
            }
        }

        return items;
    }
}
