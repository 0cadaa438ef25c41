using Lrs.Server.Accounts;

namespace Lrs.Server.Pages;

/// <summary>A place in the menu of every page.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Address">Its path.</param>
/// <param name="Current">For <c>aria-current</c>: <c>page</c> on that page, <c>true</c> on one below it, else null.</param>
internal sealed record Destination(string Title, string Address, string? Current);

/// <summary>The menu.</summary>
internal static class Destinations
{
    /// <summary>Where a person may go from the page at a path.</summary>
    public static IReadOnlyList<Destination> For(Caller person, string here)
    {
        var all = new List<Destination> { To("Courses", "/", here, "/courses", "/registrations") };
        if (person.MayAuthor())
        {
            all.Add(To("Upload", "/upload", here, "/imports"));
        }

        if (person.May(Scopes.All))
        {
            all.Add(To("Credentials", "/credentials", here, "/credentials"));
        }

        all.Add(To("Connect", "/connect", here));
        return all;
    }

    private static Destination To(string title, string address, string here, params string[] below) =>
        new(title, address, here == address ? "page" : below.Any(root => here.StartsWith($"{root}/", StringComparison.Ordinal)) ? "true" : null);
}
