namespace Personio.Sandbox.Tenant;

/// <summary>What keeps a report from being read, although it is listed.</summary>
internal enum ReportFlaw
{
    None,
    Grouped,
    Unreadable,
}
