namespace Personio.Sandbox.Json;

/// <summary>Writes a local date and time as an object, <c>{"date_time":"…"}</c>.</summary>
internal sealed class MomentConverter() : WrappingConverter<DateTime>("date_time")
{
    protected override string Text(DateTime value) => WireTime.Wall(value);
}
