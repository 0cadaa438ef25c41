using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Lrs.Server.Player;

namespace Lrs.Server.Pages;

/// <summary>The Launch button: the person goes on where they were, or with the unit that they chose, on the content origin, and comes back to the courses.</summary>
internal static class LaunchPages
{
    private static readonly Notice Busy = new("The server is busy", "Too much is waiting at the moment. Nothing was changed. Go back and try again.");

    public static async Task<IResult> Launch(Guid course, HttpContext context, Caller caller, LoginStore logins, Launcher launcher, Origins origins, CancellationToken cancel)
    {
        var order = await Order(course, context, caller, logins, cancel);
        return await Open(order with { Continues = true, ReturnUrl = $"{origins.App}/" }, context, caller, launcher, cancel);
    }

    /// <summary>An author looks at the course as a learner would, and nothing is recorded.</summary>
    public static async Task<IResult> Preview(Guid course, HttpContext context, Caller caller, LoginStore logins, Launcher launcher, Origins origins, CancellationToken cancel)
    {
        var order = await Order(course, context, caller, logins, cancel);
        return await Open(order with { Preview = true, ReturnUrl = $"{origins.App}/courses/{course}" }, context, caller, launcher, cancel);
    }

    private static async Task<LaunchOrder> Order(Guid course, HttpContext context, Caller caller, LoginStore logins, CancellationToken cancel)
    {
        var login = await logins.Find(caller.Login!.Value, cancel) ?? throw new InvalidOperationException("A signed-in person has a login.");
        return new LaunchOrder
        {
            Course = course,
            Learner = Launcher.LearnerOf(caller.Tenant, login),
            Unit = (await context.Request.ReadFormAsync(cancel))["unit"].FirstOrDefault(),
        };
    }

    private static async Task<IResult> Open(LaunchOrder order, HttpContext context, Caller caller, Launcher launcher, CancellationToken cancel)
    {
        switch (await launcher.Launch(caller.Tenant, order, cancel))
        {
            case LaunchOutcome.Launched launched:
                return new SeeOther(launched.Url);
            case LaunchOutcome.NoCourse:
                return CoursePages.Missing();
            case LaunchOutcome.Wrong wrong:
                return new View("Notice", new Notice("The course cannot be launched", wrong.Message), 400);
            default:
                context.Response.Headers.RetryAfter = "2";
                return new View("Notice", Busy, 503);
        }
    }

    /// <summary>Where a browser goes that comes back, after signing in again, to the address of the button.</summary>
    public static IResult Back(Guid course) => new SeeOther($"/courses/{course}");
}
