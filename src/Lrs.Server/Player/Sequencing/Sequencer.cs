namespace Lrs.Server.Player;

/// <summary>
/// From activity tree, state and request to what is delivered (SN 4.7 to 4.9): pure. Control modes, rules before, after and while leaving an activity, objectives with their maps,
/// rollup rules, attempt limits, constrained choice and SCORM 1.2's prerequisites are obeyed. Not looked at are selection and randomization, and limits of time, which SN 3.5 leaves
/// to the learning system.
/// </summary>
internal static class Sequencer
{
    /// <summary>What comes of a request. The current unit ends with it, unless it is suspended; what its rules say of that comes before the request (OP.1, TB.2.3).</summary>
    public static Delivery Decide(ActivityTree tree, SequencingState state, NavigationRequest request) => new Step(tree, state).Decide(request);

    /// <summary>What would come of a request alone, whatever follows from the end of the current unit (NB.2.1): for the controls of a page, and <c>adl.nav.request_valid</c>.</summary>
    public static Delivery Look(ActivityTree tree, SequencingState state, NavigationRequest request) => new Step(tree, state).Follow(request);

    /// <summary>Would this be delivered?</summary>
    public static bool IsPossible(ActivityTree tree, SequencingState state, NavigationRequest request) => Look(tree, state, request) is Delivery.Unit;

    private sealed class Step(ActivityTree tree, SequencingState state)
    {
        private readonly SequencingRuleCheck rules = new(tree, state);

        // Where the learner stands; the activity above, once a rule has ended all of it.
        private ActivityNode? current = state.Current is { } unit ? tree.OfUnit(unit) : null;

        public Delivery Decide(NavigationRequest request)
        {
            if (request is NavigationRequest.Continue or NavigationRequest.Previous or NavigationRequest.Choice or NavigationRequest.Exit && current is not null && !state.IsSuspended)
            {
                var asked = request is NavigationRequest.Exit ? null : request;
                return Ended() ?? (asked is null ? new Delivery.Nothing() : Follow(asked));
            }

            return Follow(request);
        }

        public Delivery Follow(NavigationRequest request) => request switch
        {
            NavigationRequest.Start => Started(),
            NavigationRequest.ResumeAll => state is { IsSuspended: true, Current: { } unit } ? new Delivery.Unit(unit) : Started(),
            NavigationRequest.Continue => current is null ? Started() : Followed(current),
            NavigationRequest.Previous => Preceded(),
            NavigationRequest.Choice(var target) => Chosen(tree.All[target]),
            NavigationRequest.Jump(var target) => Entered(tree.All[target]),
            NavigationRequest.SuspendAll => new Delivery.Left(Suspended: true),
            NavigationRequest.ExitAll or NavigationRequest.AbandonAll => new Delivery.Left(Suspended: false),
            NavigationRequest.Abandon or NavigationRequest.Exit => new Delivery.Nothing(),
            _ => throw new InvalidOperationException("A request that is not known."),
        };

        // SB.2.5: into the tree, if it flows; otherwise the learner chooses.
        private Delivery Started() => tree.Root.Unit is null && !tree.Root.Rules.Controls.Flow ? new Delivery.Nothing() : Forward(tree.Root.Index, tree.Root);

        // SB.2.7
        private Delivery Followed(ActivityNode from) => !Flows(from)
            ? new Delivery.Refused("This course is not taken in order; choose what comes next.")
            : Forward(from.Unit is null ? Behind(from) : from.Index + 1, from);

        // SB.2.8
        private Delivery Preceded()
        {
            if (current is null)
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
                    // SB.2.1: a cluster that goes forwards only is entered at its beginning, from either side.
                    return tree.Upwards(one).Skip(1).TakeWhile(above => above.Index != common.Index).LastOrDefault(above => above.Rules.Controls.ForwardOnly) is { } cluster ? Entered(cluster)
                        : rules.Closed(one) is { } closed ? new Delivery.Refused(closed)
                        : new Delivery.Unit(unit);
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

            var from = current ?? tree.Root;
            var common = tree.Common(from, target);
            if (tree.Upwards(target).Skip(1).TakeWhile(one => one.Index != common.Index).FirstOrDefault(one => one.Rules.PreventsActivation) is { } inner)
            {
                return new Delivery.Refused($"Open “{inner.Title}” first.");
            }

            if (tree.Upwards(from).TakeWhile(one => one.Index != common.Index).FirstOrDefault(one => one.Rules.ConstrainsChoice && !IsBeside(one, target)) is { } narrow)
            {
                return new Delivery.Refused($"From “{narrow.Title}”, only what comes next or before can be chosen.");
            }

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

        // TB.2.1 and TB.2.2: the unit is over. A rule may end what it lies in, and what ended may lead on; null when nothing follows from it.
        private Delivery? Ended()
        {
            current = tree.Upwards(current!).Skip(1).LastOrDefault(rules.IsLeft) ?? current!;
            var after = rules.After(current);
            while (after is "exitParent" && current.Parent >= 0)
            {
                current = ParentOf(current);
                after = rules.After(current);
            }

            return Led(after);
        }

        // Where an end leads to. What cannot be opened leaves the learner to choose.
        private Delivery? Led(string? after) => after switch
        {
            "continue" => Followed(current!) is Delivery.Unit next ? next : new Delivery.Nothing(),
            "previous" => Preceded() is Delivery.Unit before ? before : new Delivery.Nothing(),
            "retry" => Entered(current!),
            "retryAll" => Started(),
            "exitAll" => new Delivery.Left(Suspended: false),
            // Everything has ended, because the course itself has.
            _ when current!.Parent < 0 && state.Current is { } unit && tree.OfUnit(unit).Index != current.Index => new Delivery.Left(Suspended: false),
            _ => null,
        };

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

        // The index behind an activity and all that lies in it.
        private int Behind(ActivityNode activity)
        {
            var index = activity.Index + 1;
            while (index < tree.All.Count && tree.IsWithin(tree.All[index], activity))
            {
                index++;
            }

            return index;
        }

        // SB.2.9: the activity itself, or its neighbour on either side.
        private bool IsBeside(ActivityNode activity, ActivityNode target)
        {
            if (activity.Parent < 0 || tree.IsWithin(target, activity))
            {
                return true;
            }

            var (all, at) = (tree.Children(ParentOf(activity)), 0);
            while (all[at].Index != activity.Index)
            {
                at++;
            }

            return (at > 0 && tree.IsWithin(target, all[at - 1])) || (at + 1 < all.Count && tree.IsWithin(target, all[at + 1]));
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
