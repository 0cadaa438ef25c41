using Lrs.Server.Accounts;
using Lrs.Server.Courses;
using Lrs.Xapi;

namespace Lrs.Server.Pages;

/// <summary>What an author decides about a course.</summary>
internal static class CourseSettingsPages
{
    public static async Task<IResult> Show(Guid course, Caller caller, CourseStore courses, CourseSettingStore store, CancellationToken cancel) =>
        await courses.Find(caller.TenantId, course, cancel) is { } found
            ? new View("Settings", SettingsForm.Of(found, await store.Get(caller.TenantId, course, cancel)))
            : CoursePages.Missing();

    public static async Task<IResult> Put(Guid course, HttpContext context, Caller caller, CourseStore courses, CourseSettingStore store, CancellationToken cancel)
    {
        if (await courses.Find(caller.TenantId, course, cancel) is not { } found)
        {
            return CoursePages.Missing();
        }

        var form = await context.Request.ReadFormAsync(cancel);
        var faults = new Faults();
        var settings = CourseSettingsForm.Read(found.Course.Kind, name => form[name].FirstOrDefault(), faults);
        if (faults.Count > 0)
        {
            return new View("Settings", SettingsForm.Of(found, settings) with { Seconds = form[SettingsForm.SecondsField].ToString(), Wrong = SettingsForm.Said(faults) }, 400);
        }

        await store.Put(caller.TenantId, course, settings, cancel);
        return Done.At($"/courses/{course}", Done.SettingsSaved, "settings");
    }
}
