using Lrs.Server.Accounts;

namespace Lrs.Server.Pages;

/// <summary>What a person may do on the pages.</summary>
internal static class Roles
{
    private static readonly Notice NotYours = new("This is for authors", "Uploading and removing courses is for authors and administrators. Ask an administrator if you need it.");

    /// <summary>May the person upload and remove courses? Administrators and authors may.</summary>
    public static bool MayAuthor(this Caller caller) => caller.May(Scopes.All) || caller.Role is "author";

    /// <summary>Lets authors in, and tells everybody else why not.</summary>
    public static async ValueTask<object?> Authors(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Caller.Of(context.HttpContext)?.MayAuthor() is true ? await next(context) : new View("Notice", NotYours, 403);
}
