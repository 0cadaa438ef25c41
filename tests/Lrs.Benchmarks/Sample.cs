using System.Text;

namespace Lrs.Benchmarks;

/// <summary>
/// One statement as bytes, whose id and registration can be set anew in place, so that a pool of statements serves for
/// any number of them without being written out each time.
/// </summary>
internal sealed class Sample
{
    private readonly int idAt;
    private readonly int registrationAt;

    public Sample(byte[] json, Guid id, Guid registration, bool isFirst)
    {
        IsFirst = isFirst;
        Json = json;
        (Id, Registration) = (id, registration);
        idAt = json.AsSpan().IndexOf(Encoding.ASCII.GetBytes(id.ToString()));
        registrationAt = json.AsSpan().IndexOf(Encoding.ASCII.GetBytes(registration.ToString()));
    }

    /// <summary>The statement.</summary>
    public byte[] Json { get; }

    /// <summary>Is it the first of its session?</summary>
    public bool IsFirst { get; }

    /// <summary>Its id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Its registration.</summary>
    public Guid Registration { get; private set; }

    /// <summary>Makes it another statement.</summary>
    public void Renew(Guid id, Guid registration)
    {
        (Id, Registration) = (id, registration);
        id.TryFormat(Json.AsSpan(idAt), out _);
        registration.TryFormat(Json.AsSpan(registrationAt), out _);
    }
}
