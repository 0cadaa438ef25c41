namespace Lrs.Server.Player;

/// <summary>
/// From activity tree, state and request to what is delivered (SN 4.7 to 4.9): pure. Control modes, rules before and after an activity, attempt limits and SCORM 1.2's
/// prerequisites are obeyed. Not looked at are global objectives and objectives other than the primary one, rollup rules (the default ones hold), selection and randomization;
/// an engine that knows them has this shape too, and takes this place.
/// </summary>
internal static class Sequencer
{
    // Rules after an activity may lead on; two that lead to each other must end.
    private const int MostSteps = 20;

    /// <summary>What comes of a request.</summary>
    public static Delivery Decide(ActivityTree tree, SequencingState state, NavigationRequest request) => new Step(tree, state).Decide(request, MostSteps);

    /// <summary>Would this be delivered? For the controls of a page, and <c>adl.nav.request_valid</c>.</summary>
    public static bool IsPossible(ActivityTree tree, SequencingState state, NavigationRequest request) => Decide(tree, state, request) is Delivery.Unit;

    private sealed class Step(ActivityTree tree, SequencingState state)
    {
        private readonly SequencingRuleCheck rules = new(tree, state);

        private ActivityNode? Current => state.Current is { } unit ? tree.OfUnit(unit) : null;

        public Delivery Decide(NavigationRequest request, int left) => request switch
        {
            NavigationRequest.Start => Started(),
            NavigationRequest.ResumeAll => state is { IsSuspended: true, Current: { } unit } ? new Delivery.Unit(unit) : Started(),
            NavigationRequest.Continue => Current is { } current ? Followed(current) : Started(),
            NavigationRequest.Previous => Preceded(),
            NavigationRequest.Choice(var target) => Chosen(tree.All[target]),
            NavigationRequest.Jump(var target) => Entered(tree.All[target]),
            NavigationRequest.Exit => Ended(left),
            NavigationRequest.SuspendAll => new Delivery.Left(Suspended: true),
            NavigationRequest.ExitAll or NavigationRequest.AbandonAll => new Delivery.Left(Suspended: false),
            NavigationRequest.Abandon => new Delivery.Nothing(),
            _ => throw new InvalidOperationException("A request that is not known."),
        };

        // SB.2.5: into the tree, if it flows; otherwise the learner chooses.
        private Delivery Started() => tree.Root.Unit is null && !tree.Root.Rules.Controls.Flow ? new Delivery.Nothing() : Forward(tree.Root.Index, tree.Root);

        // SB.2.7
        private Delivery Followed(ActivityNode current) => !Flows(current)
            ? new Delivery.Refused("This course is not taken in order; choose what comes next.")
            : Forward(current.Index + 1, current);

        // SB.2.8
        private Delivery Preceded()
        {
            if (Current is not { } current)
            {
                return new Delivery.Refused("Nothing comes before the beginning.");
            }

            if (!Flows(current))
            {
                return new Delivery.Refused("This course is not taken in order; choose what comes next.");
            }

            for (var index = current.Index - 1; index >= 0; index--)
            {
                var one = tree.All[index];
                var common = tree.Common(current, one);
                if (tree.Upwards(current).TakeWhile(above => above.Index != common.Index).Select(ParentOf).Any(parent => parent.Rules.Controls.ForwardOnly))
                {
                    return new Delivery.Refused("Here it goes forwards only.");
                }

                if (one.Unit is { } unit && PathFrom(common, one).All(Flows) && !PathFrom(common, one).Any(above => rules.Says(above, "skip")))
                {
                    return rules.Closed(one) is { } closed ? new Delivery.Refused(closed) : new Delivery.Unit(unit);
                }
            }

            return new Delivery.Refused("Nothing comes before this.");
        }

        // SB.2.9
        private Delivery Chosen(ActivityNode target)
        {
            foreach (var one in tree.Upwards(target))
            {
                if (rules.Says(one, "hiddenFromChoice") || (one.Parent >= 0 && !ParentOf(one).Rules.Controls.Choice))
                {
                    return new Delivery.Refused($"“{target.Title}” cannot be chosen.");
                }
            }

            var from = Current ?? tree.Root;
            var common = tree.Common(from, target);
            if (tree.Upwards(from).TakeWhile(one => one.Index != common.Index).FirstOrDefault(one => !one.Rules.Controls.ChoiceExit) is { } held)
            {
                return new Delivery.Refused($"Finish “{held.Title}” first.");
            }

            return target.Index > from.Index && Stop(from.Index, target) is { } stop ? new Delivery.Refused($"Finish “{stop.Title}” first.")
                : target.Index < from.Index && common.Rules.Controls.ForwardOnly && from.Index != common.Index ? new Delivery.Refused("Here it goes forwards only.")
                : Entered(target);
        }

        // SB.2.9.1 and SB.2.13: a unit, or the first one inside.
        private Delivery Entered(ActivityNode target)
        {
            if (rules.Closed(target) is { } closed)
            {
                return new Delivery.Refused(closed);
            }

            return target.Unit is { } unit ? new Delivery.Unit(unit)
                : Forward(target.Index + 1, target) is Delivery.Unit inside && tree.IsWithin(tree.OfUnit(inside.Position), target) ? inside
                : new Delivery.Refused($"“{target.Title}” holds nothing that can be opened.");
        }

        // TB.2.3: the unit is over, and its rules may lead on.
        private Delivery Ended(int left)
        {
            if (Current is not { } current || left == 0)
            {
                return new Delivery.Nothing();
            }

            var ending = tree.Upwards(current).Select(one => rules.After(one)).FirstOrDefault(action => action is not null);
            return ending switch
            {
                "continue" => Decide(new NavigationRequest.Continue(), left - 1) is Delivery.Unit next ? next : new Delivery.Nothing(),
                "previous" => Decide(new NavigationRequest.Previous(), left - 1) is Delivery.Unit before ? before : new Delivery.Nothing(),
                "retry" => Entered(current),
                "retryAll" => Started(),
                "exitAll" => new Delivery.Left(Suspended: false),
                _ => new Delivery.Nothing(),
            };
        }

        // SB.2.1 to SB.2.3: the next unit from a place on, past what is skipped.
        private Delivery Forward(int first, ActivityNode from)
        {
            for (var index = first; index < tree.All.Count; index++)
            {
                var one = tree.All[index];
                if (Stop(from.Index, one) is { } stop)
                {
                    return new Delivery.Refused($"Finish “{stop.Title}” first.");
                }

                var path = PathFrom(tree.Common(from, one), one).ToList();
                if (one.Unit is not { } unit || path.Any(above => rules.Says(above, "skip")) || !path.All(Flows))
                {
                    continue;
                }

                return rules.Closed(one) is { } closed ? new Delivery.Refused(closed) : new Delivery.Unit(unit);
            }

            return new Delivery.Refused("Nothing comes after this.");
        }

        // The first activity between two that lets nobody past it (SB.2.4).
        private ActivityNode? Stop(int from, ActivityNode to)
        {
            for (var index = from; index < to.Index; index++)
            {
                var one = tree.All[index];
                if (rules.Says(one, "stopForwardTraversal") && !tree.IsWithin(to, one))
                {
                    return one;
                }
            }

            return null;
        }

        // From below an activity down to another.
        private IEnumerable<ActivityNode> PathFrom(ActivityNode above, ActivityNode activity) => tree.Upwards(activity).TakeWhile(one => one.Index != above.Index);

        private ActivityNode ParentOf(ActivityNode activity) => activity.Parent < 0 ? activity : tree.All[activity.Parent];

        // SB.2.2: does the cluster flow in which it lies?
        private bool Flows(ActivityNode activity) => activity.Parent < 0 || tree.All[activity.Parent].Rules.Controls.Flow;
    }
}
