namespace Lrs.Packages.Modules;

/// <summary>The kinds of package a module can be built into.</summary>
public enum PackageFormat
{
    /// <summary>SCORM 1.2: one SCO, mastery score in the manifest.</summary>
    Scorm12,

    /// <summary>SCORM 2004 4th Edition: one SCO, mastery score in its sequencing.</summary>
    Scorm2004,

    /// <summary>cmi5: one assignable unit, moveOn CompletedAndPassed, or Completed when the module has no assessment.</summary>
    Cmi5,

    /// <summary>Plain xAPI with a <c>tincan.xml</c>: one activity.</summary>
    Xapi,
}
