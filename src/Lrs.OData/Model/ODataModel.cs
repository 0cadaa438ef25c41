using Microsoft.OData.Edm;

namespace Lrs.OData;

/// <summary>The entity sets that can be asked, checked for consistency once when the model is made.</summary>
public sealed class ODataModel
{
    private readonly Dictionary<string, ODataEntitySet> byName;
    private readonly Lazy<IEdmModel> edm;
    private readonly Lazy<string> csdl;
    private readonly Lazy<string> csdlJson;

    /// <summary>Makes the model and checks it.</summary>
    /// <param name="schema">The namespace of the schema, such as <c>Lrs.Reports</c>.</param>
    /// <param name="sets">The entity sets in the order of the service document.</param>
    /// <exception cref="ArgumentException">The model contradicts itself; the message names the place.</exception>
    public ODataModel(string schema, params IReadOnlyList<ODataEntitySet> sets)
    {
        Schema = schema;
        Sets = sets;
        ModelCheck.Check(sets);
        byName = sets.ToDictionary(s => s.Name, StringComparer.Ordinal);
        edm = new Lazy<IEdmModel>(() => EdmBuilder.Build(this));
        csdl = new Lazy<string>(() => EdmBuilder.Xml(Edm));
        csdlJson = new Lazy<string>(() => OData.CsdlJson.Of(Csdl));
    }

    /// <summary>The namespace of the schema.</summary>
    public string Schema { get; }

    /// <summary>The entity sets.</summary>
    public IReadOnlyList<ODataEntitySet> Sets { get; }

    /// <summary>The model as <c>Microsoft.OData.Edm</c> knows it.</summary>
    public IEdmModel Edm => edm.Value;

    /// <summary>The metadata document: CSDL 4.0 XML in UTF-8, which 4.01 clients read as well.</summary>
    public string Csdl => csdl.Value;

    /// <summary>The same as CSDL JSON 4.01.</summary>
    public string CsdlJson => csdlJson.Value;

    /// <summary>The entity set of this name, or null.</summary>
    public ODataEntitySet? Set(string name) => byName.GetValueOrDefault(name);

    internal ODataEntitySet Target(ODataNavigation navigation) => byName[navigation.Target];
}
