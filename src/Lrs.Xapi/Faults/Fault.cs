namespace Lrs.Xapi;

/// <summary>One thing that is wrong with what a client sent.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Path">Where: <c>$</c> is the whole body, then for example <c>$.context.registration</c> or <c>$[2].actor.mbox</c>; a query parameter is <c>?agent</c>.</param>
/// <param name="Message">A sentence for the person who has to mend it.</param>
public sealed record Fault(Rule Rule, string Path, string Message);
