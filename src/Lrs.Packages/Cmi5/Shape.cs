namespace Lrs.Packages.Cmi5;

/// <summary>A place in a sequence: which elements may stand there, and how many.</summary>
internal sealed record Slot(bool Required, bool Many, params string[] Names);

/// <summary>
/// What an element of the course structure may hold (cmi5 13.2): slots in order, then elements of other namespaces where those are
/// allowed; attributes by name, and those of other namespaces where the schema is open.
/// </summary>
internal sealed record Shape(IReadOnlyList<Slot> Slots, IReadOnlyList<string> Attributes, bool OpenElements = true, bool OpenAttributes = true, bool AnyOrder = false, bool Text = false)
{
    private static readonly Slot Title = new(true, false, "title");
    private static readonly Slot Description = new(true, false, "description");
    private static readonly Slot Objectives = new(false, false, "objectives");
    private static readonly Slot Units = new(true, true, "au", "block");

    public static readonly Shape Structure = new([new Slot(true, false, "course"), Objectives, Units], []);
    public static readonly Shape Course = new([Title, Description], ["id"]);
    public static readonly Shape Block = new([Title, Description, Objectives, Units], ["id"]);

    public static readonly Shape Au = new(
        [Title, Description, Objectives, new Slot(true, false, "url"), new Slot(false, false, "launchParameters"), new Slot(false, false, "entitlementKey")],
        ["id", "moveOn", "masteryScore", "launchMethod", "activityType"],
        OpenAttributes: false);

    public static readonly Shape ObjectiveList = new([new Slot(true, true, "objective")], []);
    public static readonly Shape Objective = new([Title, Description], ["id"], OpenElements: false, OpenAttributes: false, AnyOrder: true);
    public static readonly Shape ObjectiveReference = new([], ["idref"], OpenElements: false, OpenAttributes: false);
    public static readonly Shape Texts = new([new Slot(true, true, "langstring")], []);
    public static readonly Shape LangString = new([], ["lang"], OpenElements: false, Text: true);
    public static readonly Shape Url = new([], [], OpenElements: false, OpenAttributes: false, Text: true);
}
