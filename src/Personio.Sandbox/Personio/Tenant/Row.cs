using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>
/// An object with an ID. Its public properties are sent by the API in declaration order; internal properties are known
/// only to the sandbox. The JSON is cached until the row changes.
/// </summary>
internal abstract class Row
{
    private byte[]? _json;
    private RowStyle? _style;

    [JsonPropertyOrder(-1)]
    public required string Id { get; init; }

    /// <summary>The ID of the owner, for looking up all rows of a person.</summary>
    internal virtual string? OwnerId => null;

    /// <summary>
    /// Removed rows keep their position, so that cursors remain valid while rows are added and removed.
    /// </summary>
    internal bool IsRemoved { get; private set; }

    /// <summary>Whether null members are omitted: some responses omit what others send as null.</summary>
    internal bool OmitsNulls { get; init; }

    /// <summary>The style in which the row is currently being written.</summary>
    protected RowStyle Style => _style ?? throw new InvalidOperationException("The row is not being written.");

    /// <summary>The object to send instead of the row itself.</summary>
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

    /// <summary>A copy that belongs to no table, to be sent with other members.</summary>
    protected T Copy<T>()
        where T : Row
    {
        var copy = (T)MemberwiseClone();
        copy.Touch();
        return copy;
    }
}
