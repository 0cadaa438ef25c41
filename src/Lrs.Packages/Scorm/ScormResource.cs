using System.Xml.Linq;

namespace Lrs.Packages.Scorm;

/// <summary>A resource of the manifest.</summary>
/// <param name="Folder">What its paths count from: the xml:base of manifest, resources and resource, joined as written.</param>
/// <param name="IsSco">False for an asset.</param>
internal sealed record ScormResource(string Identifier, XElement Element, string Folder, string? Href, bool IsSco);

/// <summary>Where a resource leads: the address, and the file when it is one of the package.</summary>
internal sealed record ScormLaunch(string Address, string? Path);
