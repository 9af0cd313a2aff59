using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>
/// One thing with an id. Its public properties are what the API sends, in their order; what only the sandbox knows is
/// internal. The JSON is written once and kept until the row changes.
/// </summary>
internal abstract class Row
{
    private byte[]? _json;
    private RowStyle? _style;

    [JsonPropertyOrder(-1)]
    public required string Id { get; init; }

    /// <summary>Whom the row belongs to, for looking up all rows of a person.</summary>
    internal virtual string? OwnerId => null;

    /// <summary>Removed rows keep their place, so that cursors stay true while rows come and go.</summary>
    internal bool IsRemoved { get; private set; }

    /// <summary>Some responses lack what others say is null.</summary>
    internal bool OmitsNulls { get; init; }

    /// <summary>How the row is being written.</summary>
    protected RowStyle Style => _style ?? throw new InvalidOperationException("The row is not being written.");

    /// <summary>What is sent instead of the row itself.</summary>
    protected virtual object Response => this;

    public byte[] Json(RowStyle style)
    {
        if (_json is null || !ReferenceEquals(_style, style))
        {
            _style = style;
            _json = PersonioJson.Bytes(Response, OmitsNulls);
        }

        return _json;
    }

    public void Remove() => IsRemoved = true;

    public void Touch() => _json = null;

    /// <summary>A copy that is in no table, to be sent with other members.</summary>
    protected T Copy<T>()
        where T : Row
    {
        var copy = (T)MemberwiseClone();
        copy.Touch();
        return copy;
    }
}
