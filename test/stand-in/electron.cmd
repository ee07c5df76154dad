@echo off
setlocal
set "node=%~dp0..\..\node_modules\.bin\node.cmd"
if not exist "%node%" set "node=node"
call "%node%" --disable-warning=ExperimentalWarning --import "file:///%~dp0register-hooks.ts" "%~dp0boot.ts" %*
