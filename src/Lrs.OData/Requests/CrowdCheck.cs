namespace Lrs.OData;

/// <summary>Of a model whose rows may be seen in crowds only (<see cref="ODataCrowd"/>): refuses what would show single ones.</summary>
internal static class CrowdCheck
{
    /// <summary>The outcome, if it shows nothing but figures, or rows that are nobody's.</summary>
    public static ODataOutcome Check(ODataOutcome outcome, ODataModel model)
    {
        if (model.Sets.All(set => set.Crowd is null))
        {
            return outcome;
        }

        return outcome switch
        {
            ODataOutcome.Query { Ask: { Crossed.Count: 0, SetOfAll: null, Set: { Crowd: null } } } => outcome,
            ODataOutcome.Single { Ask.Set.Crowd: null } or ODataOutcome.Property { Ask.Set.Crowd: null } => outcome,
            ODataOutcome.Query or ODataOutcome.Single or ODataOutcome.Property => throw Refused("This shows single rows."),
            _ => outcome,
        };
    }

    /// <summary>Refuses to make rows of rows one by one.</summary>
    public static void Guard(ODataEntitySet set, string place)
    {
        if (set.Crowd is not null)
        {
            throw Refused($"{place}: rows of {set.Name} cannot be ordered, cut or put together one by one.");
        }
    }

    public static RefusedException Refused(string what) => new(
        403, "aggregates", $"{what} The credential shows figures over several people only: ask with $apply, groupby and aggregate, or for a count.", "$apply");
}
