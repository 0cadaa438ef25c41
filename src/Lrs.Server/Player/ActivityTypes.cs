namespace Lrs.Server.Player;

/// <summary>IRIs of activity types.</summary>
internal static class ActivityTypes
{
    public const string Course = Adl + "course";
    public const string Lesson = Adl + "lesson";
    public const string Attempt = Adl + "attempt";
    public const string Profile = Adl + "profile";
    public const string Interaction = Adl + "cmi.interaction";
    public const string Objective = Adl + "objective";

    private const string Adl = "http://adlnet.gov/expapi/activities/";
}
