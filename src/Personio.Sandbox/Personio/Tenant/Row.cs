using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>One thing with an id. Its JSON is made once and kept until it changes.</summary>
internal abstract class Row
{
    private byte[]? _json;
    private RowStyle? _style;

    public required string Id { get; init; }

    /// <summary>Whom the row belongs to, for looking up all rows of a person.</summary>
    public virtual string? OwnerId => null;

    /// <summary>Removed rows keep their place, so that cursors stay true while rows come and go.</summary>
    public bool IsRemoved { get; private set; }

    public byte[] Json(RowStyle style)
    {
        if (_json is null || !ReferenceEquals(_style, style))
        {
            _json = JsonText.Bytes(json => Write(json, style));
            _style = style;
        }

        return _json;
    }

    public void Remove() => IsRemoved = true;

    public void Touch() => _json = null;

    public abstract void Write(Utf8JsonWriter json, RowStyle style);
}
