using Lrs.Server.Accounts;
using Lrs.Server.Courses;
using Lrs.Xapi;

namespace Lrs.Server.Pages;

/// <summary>What an author decides about a course, on the course's page.</summary>
internal static class CourseSettingsPages
{
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
            return new View("Notice", new Notice("The settings were not changed", string.Join(' ', faults.Select(fault => fault.Message))), 400);
        }

        await store.Put(caller.TenantId, course, settings, cancel);
        return new SeeOther($"/courses/{course}#settings");
    }
}
