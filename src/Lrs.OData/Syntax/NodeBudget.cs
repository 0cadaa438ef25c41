namespace Lrs.OData;

/// <summary>Counts what the expressions of one request cost. Depth alone is no guard: a chain of 20,000 <c>or</c> nests only when it is bound.</summary>
internal sealed class NodeBudget(ODataLimits limits)
{
    private int spent;
    private int joins;
    private int transformations;

    public int Depth => limits.Depth;

    public void Spend(string place)
    {
        if (++spent > limits.Nodes)
        {
            throw RefusedException.Bad("limit.nodes", $"{place}: the request's expressions have more than {limits.Nodes} parts.", place);
        }
    }

    public void Join(string place)
    {
        if (++joins > limits.Joins)
        {
            throw RefusedException.Bad("limit.joins", $"{place}: the request follows more than {limits.Joins} navigation properties.", place);
        }
    }

    /// <summary>Transformations of <c>$apply</c>, and what they are repeated for.</summary>
    public void Transform(string place)
    {
        if (++transformations > limits.Transformations)
        {
            throw RefusedException.Bad("limit.apply", $"{place}: the request has more than {limits.Transformations} transformations.", place);
        }
    }

    public void Items(int count, string place)
    {
        if (count > limits.InItems)
        {
            throw RefusedException.Bad("limit.items", $"{place}: a list may have {limits.InItems} items.", place);
        }

        // Items have a limit of their own and nest nothing.
        spent--;
    }
}
