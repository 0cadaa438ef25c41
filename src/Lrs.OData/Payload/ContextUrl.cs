namespace Lrs.OData;

/// <summary>
/// The fragment of a context URL (4.01 part 1, 10.8 to 10.10). In 4.0 a property that is expanded without nested options is not
/// named, or bare if it was selected: Excel and Power BI refuse the empty parentheses that 4.01 writes.
/// </summary>
internal static class ContextUrl
{
    public static string Of(EntityQuery query, bool is401) =>
        query.Crossed.Count > 0 ? "Collection(Edm.ComplexType)"
        : query.SetOfAll is not null ? "Collection(Edm.EntityType)"
        : query.IsReference ? (query.IsSingle ? "$ref" : "Collection($ref)")
        : query.Set.Name + Parenthesised(Items(query, is401)) + (query.Since is null ? "" : "/$delta");

    private static string Parenthesised(List<string> items) => items.Count == 0 ? "" : $"({string.Join(',', items)})";

    private static List<string> Items(EntityQuery query, bool is401)
    {
        var items = new List<string>();

        // What $apply made of the rows has other properties than the type, so they are named.
        if (query.IsSelected || query.Set.IsTransient)
        {
            items.AddRange(Nested([.. query.Select.Select(p => p.Name)]));
            items.AddRange(query.SelectedNavigations.Where(name => !is401 || query.Expand.All(e => e.Navigation.Name != name)));
        }

        foreach (var item in query.Expand.Where(e => !e.CountOnly && !e.Query.IsReference))
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

    // Paths as what they are: Learner/Name and Learner/Mbox become Learner(Name,Mbox).
    private static IEnumerable<string> Nested(List<string> names) => names
        .GroupBy(n => n.Split('/', 2)[0])
        .Select(g => g.First().Contains('/', StringComparison.Ordinal) ? g.Key + Parenthesised([.. Nested([.. g.Select(n => n.Split('/', 2)[^1])])]) : g.Key);
}
