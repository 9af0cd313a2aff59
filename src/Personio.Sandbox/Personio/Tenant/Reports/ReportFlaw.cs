namespace Personio.Sandbox.Tenant;

/// <summary>Why a listed report cannot be read.</summary>
internal enum ReportFlaw
{
    None,
    Grouped,
    Unreadable,
}
