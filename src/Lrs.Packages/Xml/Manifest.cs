using System.Xml.Linq;

namespace Lrs.Packages.Xml;

/// <summary>A manifest that was read as XML, and the name by which faults call it.</summary>
internal sealed record Manifest(string Name, XElement Root, Findings Findings)
{
    public void Fault(PackageRule rule, XObject at, string message) => Findings.Fault(rule, Place.Of(Name, at), message);

    public void Warn(PackageRule rule, XObject at, string message) => Findings.Warn(rule, Place.Of(Name, at), message);
}
