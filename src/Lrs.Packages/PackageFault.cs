namespace Lrs.Packages;

/// <summary>One reason why a package is refused.</summary>
/// <param name="Rule">Code of the broken <see cref="PackageRule"/>, such as <c>zip.slip</c>.</param>
/// <param name="Where">The file, with line and column where there are any: <c>imsmanifest.xml:12:5</c>. Empty when the upload as a whole is meant.</param>
/// <param name="Message">What is wrong and what to do about it, in sentences for the author of the course.</param>
public sealed record PackageFault(string Rule, string Where, string Message);

/// <summary>Something its author should know about a package that was accepted all the same. The parts are those of <see cref="PackageFault"/>.</summary>
public sealed record PackageWarning(string Rule, string Where, string Message);

/// <summary>A fault that shows only while a file's content is read: damaged data, a wrong checksum, a wrong size.</summary>
public sealed class PackageFaultException(PackageFault fault, Exception? inner = null) : Exception($"{fault.Where}: {fault.Message}", inner)
{
    /// <summary>The fault, as it would stand in a refusal.</summary>
    public PackageFault Fault { get; } = fault;
}
